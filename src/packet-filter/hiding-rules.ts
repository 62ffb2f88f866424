import type { Box } from './box.ts';
import type { RulesOfFamily } from './rules-of-family.ts';

/** Of more rules than this nobody asks which could be spared, and asking takes each of them against all others. */
const MANY = 100;

/** How a rule without packets of its own came to be so. */
export interface Hiding {
  /** Some of its packets are treated otherwise than it says. */
  readonly opposed: boolean;
  /** The rules that hide it together, by number; up to MANY of them, so few that none could be spared. */
  readonly by: readonly number[];
}

/**
 * Says what hides a rule that is hidden by the rules before it.
 *
 * It is opposed unless it could go unnoticed: where every packet of it is decided as it says, or where rules that act
 * alike match all of it and those that act otherwise are exceptions to them as much as to it. `decisions` says on what
 * each rule of the family decides.
 */
export function hidingRules(
  family: RulesOfFamily,
  number: number,
  decisions: readonly (Box | null)[],
): Hiding {
  const before = family.before(number);
  const alike = family.acting(true, number, before);
  const others = family.acting(false, number, before);
  const covered = family.left(number, alike) === null;
  const living = alike.filter((other) => decisions[other]);
  const opposed = !covered || !decidesAny(family, number, living, others);
  const choice = !covered ? before : opposed ? others : alike;
  return { opposed, by: sparing(family, number, choice) };
}

/** Tells whether some of these rules decides on a packet of a rule before any of the others does. */
function decidesAny(
  family: RulesOfFamily,
  number: number,
  some: readonly number[],
  others: readonly number[],
): boolean {
  return some.some((one) => {
    const earlier = others.filter((other) => other < one);
    return family.shared(one, number, earlier) !== null;
  });
}

/** Of rules that cover one, the one that does so alone, or some of which each covers what no other does. */
function sparing(family: RulesOfFamily, number: number, covering: readonly number[]): number[] {
  const alone = covering.find((other) => family.grid.contains(other, number));
  if (alone !== undefined) return [alone];
  const used = new Set<number>();
  family.left(number, covering, used);
  let kept = [...used].sort((a, b) => a - b);
  if (kept.length > MANY) return kept;
  for (const one of kept) {
    const rest = kept.filter((other) => other !== one);
    if (family.shared(one, number, rest) === null) kept = rest;
  }
  return kept;
}
