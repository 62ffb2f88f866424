import type { Fault } from './fault.ts';

/** Finds the first mark that git leaves where two branches disagree. No manifest has such a line. */
export function mergeConflict(text: string): Fault | undefined {
  const found = /^(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)(?: .*)?$|^=======$/m.exec(text);
  if (!found) return undefined;
  return {
    start: found.index,
    end: found.index + 7,
    code: 'merge-conflict',
    message: 'the file holds an unresolved merge conflict',
    hint: 'choose between the two sides and remove the marks',
  };
}
