import { parted } from './parted.mjs';

/** The day on which the examples of pages are checked, as in tests. */
const DAY = '2026-01-15';

/**
 * What a person sees who keeps an example in a repository and runs the command that notices: validate, or plan for what
 * shows only there.
 */
export function saidOf({ applied, fails }, checks) {
  const recorded = applied === undefined ? checks.NOTHING_RECORDED : recordedFrom(applied, checks);
  const { project, files, texts } = read(fails, checks);
  const { diagnostics: validated } = checks.validateFleet(files, DAY, project);
  const inputs = { project, files, tree: 'tree', recorded, today: DAY, version: '1' };
  const diagnostics = validated.length > 0 ? validated : checks.planFleet(inputs).diagnostics;
  const lineOf = (file, line) => texts.get(file)?.[line - 1];
  return {
    command: validated.length > 0 ? 'stowage validate' : 'stowage plan',
    text: checks.diagnosticsText(diagnostics, lineOf, checks.plain).trim(),
  };
}

function read(yaml, checks) {
  const all = parted(yaml).map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  const [manifests, settings = null] = all.reverse();
  return {
    project: checks.readProject(settings, 'example').value,
    files: [manifests],
    texts: new Map(parted(yaml).map(({ path, text }) => [path, checks.readableText(text).split('\n')])),
  };
}

/** The state after manifests were applied to an empty one, as far as objects go. */
function recordedFrom(yaml, checks) {
  const { files, project } = read(yaml, checks);
  const { value: graph } = checks.validateFleet(files, DAY, project);
  const objects = checks.compare(graph, []).differences.map(({ after }) => after);
  return { ...checks.NOTHING_RECORDED, objects };
}
