import type { ExplainedCode } from './explained-code.ts';
import type { Paint } from './paint.ts';

/** Writes what a code means for a terminal: what it is about, manifests that have the mistake, and the same mended. */
export function checkPageText(explained: ExplainedCode, paint: Paint): string {
  const { id, severity, meaning, applied, fails, passes } = explained;
  const colour = severity === 'error' ? 'red' : 'yellow';
  const example = (title: string, yaml: string | undefined): string[] =>
    yaml === undefined ? [] : ['', paint('bold', title), ...indented(yaml)];
  return [
    `${paint(colour, severity)} ${paint('bold', id)}`,
    '',
    meaning.trim(),
    ...example('Applied before', applied),
    ...example('Wrong', fails),
    ...example('Right', passes),
    ...(severity === 'warning' ? ['', `To allow it on a manifest: stowage/allow: "${id}: the reason"`] : []),
    '',
  ].join('\n');
}

function indented(yaml: string): string[] {
  return yaml
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
}
