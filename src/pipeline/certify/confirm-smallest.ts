import type { Rule } from './rule.ts';

/** A set of rules in conflict, and whether every smaller one was tried. */
export interface Confirmed {
  readonly conflict: readonly Rule[];
  readonly smallest: boolean;
}

/**
 * Tries every set with fewer rules than a conflict has, the smallest first, and takes the first that is in conflict
 * too: now and then relaxing one rule costs another service its place, so that more is less.
 */
export function confirmSmallest(
  rules: readonly Rule[],
  conflict: readonly Rule[],
  fits: (relaxed: readonly Rule[]) => boolean | null,
): Confirmed {
  for (let size = 0; size < conflict.length; size++) {
    for (const kept of choicesOf(rules, size)) {
      const answer = fits(rules.filter((rule) => !kept.includes(rule)));
      if (answer === null) return { conflict, smallest: false };
      if (!answer) return { conflict: kept, smallest: true };
    }
  }
  return { conflict, smallest: true };
}

/** Every choice of so many elements, in order. */
function* choicesOf<T>(all: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= all.length - size; at++) {
    for (const rest of choicesOf(all, size - 1, at + 1)) yield [all[at] as T, ...rest];
  }
}
