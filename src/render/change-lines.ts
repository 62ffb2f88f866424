import { diffLines } from 'diff';
import type { Change } from '../model/change.ts';

/** Writes one changed field, as one line or, for text of several lines, as a diff of them. */
export function changeLines({ path, before, after }: Change): string[] {
  const multiline = [before, after].some(
    (value) => typeof value === 'string' && value.trimEnd().includes('\n'),
  );
  if (multiline) return [`!     ${path}:`, ...textDiff(asText(before), asText(after))];
  if (before === undefined) return [`+     ${path}: ${written(after)}`];
  if (after === undefined) return [`-     ${path}: ${written(before)}`];
  return [`!     ${path}: ${written(before)} → ${written(after)}`];
}

/** Unchanged lines of a text that stand between two changes, kept as context. */
const CONTEXT = 1;

function textDiff(before: string, after: string): string[] {
  const parts = diffLines(before, after);
  return parts.flatMap(({ value, added, removed }, index) => {
    const lines = value.replace(/\n$/, '').split('\n');
    const sign = added ? '+' : removed ? '-' : ' ';
    const shown = added || removed ? lines : context(lines, index === 0, index === parts.length - 1);
    return shown.map((line) => `${sign}       ${line}`.trimEnd());
  });
}

function context(lines: readonly string[], first: boolean, last: boolean): string[] {
  const head = first ? [] : lines.slice(0, CONTEXT);
  const tail = last ? [] : lines.slice(Math.max(head.length, lines.length - CONTEXT));
  const hidden = lines.length - head.length - tail.length;
  return [...head, ...(hidden > 0 ? [`… ${hidden} unchanged`] : []), ...tail];
}

function asText(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** Text stands as it is where that is one line; else quoted, so that its line break shows. */
function written(value: unknown): string {
  return typeof value === 'string' && !value.includes('\n') ? value : JSON.stringify(value);
}
