import { smallestHittingSet } from './hitting-set.ts';
import type { Rule } from './rule.ts';

/** What was found out about the rules of a service. */
export interface Findings {
  /** Rules that leave no place, whatever the others; null where the tries ran out first. */
  readonly conflict: readonly Rule[] | null;
  /** Sets of rules that are enough to relax, none of whose parts is; single rules first. */
  readonly cures: readonly (readonly Rule[])[];
}

/**
 * Finds a smallest set of rules in conflict, as long as relaxing more never harms. `fits` tells whether everything has a place with some rules relaxed, or
 * null once the tries are used up. Every conflict has a rule of every cure, so a smallest set that has one of each is
 * either in conflict or leads to another cure (implicit hitting sets; Ignatiev and others, 2015).
 */
export function findConflict(
  rules: readonly Rule[],
  fits: (relaxed: readonly Rule[]) => boolean | null,
): Findings {
  const cures: number[][] = [];
  const cured = (): Rule[][] => cures.map((cure) => cure.map((at) => rules[at] as Rule));
  const without = (kept: readonly number[]): number[] => [...rules.keys()].filter((at) => !kept.includes(at));
  const fitsWithout = (relaxed: readonly number[]): boolean | null =>
    fits(relaxed.map((at) => rules[at] as Rule));

  for (const at of rules.keys()) {
    const answer = fitsWithout([at]);
    if (answer === null) return { conflict: null, cures: cured() };
    if (answer) cures.push([at]);
  }
  for (;;) {
    const kept = smallestHittingSet(cures);
    const relaxed = without(kept);
    const answer = relaxed.length === 0 ? false : fitsWithout(relaxed);
    if (answer === null) return { conflict: null, cures: cured() };
    if (!answer) return { conflict: kept.map((at) => rules[at] as Rule), cures: cured() };
    const cure = shrunk(relaxed, fitsWithout);
    if (cure === null) return { conflict: null, cures: cured() };
    cures.push(cure);
  }
}

/** Keeps the last rules first: what is nobody's to change comes last, and is best not relaxed. */
function shrunk(
  relaxed: readonly number[],
  fits: (relaxed: readonly number[]) => boolean | null,
): number[] | null {
  let cure = [...relaxed];
  for (const at of [...relaxed].reverse()) {
    if (cure.length === 1) break;
    const fewer = cure.filter((other) => other !== at);
    const answer = fits(fewer);
    if (answer === null) return null;
    if (answer) cure = fewer;
  }
  return cure;
}
