import type { Change } from '../../model/change.ts';

/**
 * Lists the leaves that differ. Lists of one length are compared entry by entry where the entries are mappings;
 * every other list is one leaf. A field that is undefined is a field that is not there.
 */
export function diffValues(before: unknown, after: unknown, path: string): Change[] {
  if (Object.is(before, after)) return [];
  if (isMapping(before) && isMapping(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => diffValues(before[name], after[name], `${path}.${name}`));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const entries = after as unknown[];
    const earlier = before as unknown[];
    if (earlier.length === entries.length && [...earlier, ...entries].every(isMapping)) {
      return earlier.flatMap((item, index) => diffValues(item, entries[index], `${path}[${index}]`));
    }
    if (JSON.stringify(before) === JSON.stringify(entries)) return [];
  }
  if (before === undefined) return [{ path, after }];
  if (after === undefined) return [{ path, before }];
  return [{ path, before, after }];
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
