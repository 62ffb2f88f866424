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
 * Says what hides a rule that is hidden by the rules before it; `hidden` says it of those of them that are hidden.
 *
 * It is opposed unless it could go unnoticed: where every packet of it is decided as it says, or where rules that act
 * alike match all of it and those that act otherwise are exceptions to them as much as to it.
 */
export function hidingRules(
  family: RulesOfFamily,
  number: number,
  hidden: ReadonlyMap<number, Hiding>,
): Hiding {
  const before = family.before(number);
  const [alike, others] = [family.acting(true, number, before), family.acting(false, number, before)];
  const living = covering(family, number, before).flatMap((one) => hidden.get(one)?.by ?? [one]);
  const enough = [...new Set(living)].filter((one) => family.grid.relation(number, one) !== 'apart');
  const wholly = !alike.some((other) => family.taken(other, number));
  const unlike = family.acting(false, number, enough).length;
  const opposed = wholly || (unlike > 0 && family.left(number, alike) !== null);
  // Those that it is blamed on act as it does where it is not opposed, and otherwise where none of its like decides.
  const fit = wholly ? unlike === enough.length : opposed || unlike === 0;
  const by = fit ? enough.sort((a, b) => a - b) : covering(family, number, wholly ? others : alike);
  return { opposed, by: sparing(family, number, by) };
}

/** Of rules that cover one, the one that does so alone, or enough of them. */
function covering(family: RulesOfFamily, number: number, among: readonly number[]): readonly number[] {
  const last = among.at(-1);
  if (last !== undefined && family.grid.relation(number, last) === 'within') return [last];
  const used = new Set<number>();
  family.left(number, among, used);
  return [...used].sort((a, b) => a - b);
}

/** Of rules that cover one, some of which each covers what no other does. */
function sparing(family: RulesOfFamily, number: number, hiding: readonly number[]): readonly number[] {
  if (hiding.length > MANY) return hiding;
  let kept = hiding;
  for (const one of hiding) {
    const rest = kept.filter((other) => other !== one);
    if (family.shared(one, number, rest) === null) kept = rest;
  }
  return kept;
}
