import { parted } from './parted.mjs';

/**
 * What a person sees who keeps an example in a repository and runs the command that notices: validate; plan for what
 * shows only there; apply for what only whoever applies it lacks.
 */
export function saidOf({ id, page }, checks) {
  // As the page shows it: a line before the example would shift every position.
  const diagnostics = checks.saidOf(page, page.fails.trim());
  const texts = new Map(
    parted(page.fails).map(({ path, text }) => [path, checks.readableText(text).split('\n')]),
  );
  const lineOf = (file, line) => texts.get(file)?.[line - 1];
  return {
    command: commandFor(id, checks),
    text: checks.diagnosticsText(diagnostics, lineOf, checks.plain).trim(),
  };
}

function commandFor(id, { AT_PLAN_TIME }) {
  if (id === 'permission.denied') return 'stowage apply';
  return AT_PLAN_TIME.has(id) ? 'stowage plan' : 'stowage validate';
}
