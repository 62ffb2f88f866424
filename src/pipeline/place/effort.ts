/** How much is tried to place what found no place: `quick` is a first answer, for callers that ask many times. */
export type Effort = 'quick' | 'thorough';

/** The most exchanges of two places, and the most rounds of filling a few computes anew. */
const MOST_EXCHANGES = 7_500_000;
const MOST_ROUNDS = 40_000;
/** How much is spent on each instance. */
const EXCHANGES_PER_INSTANCE = 4000;
const ROUNDS_PER_PAIR = 2;
/** So many pairs of an instance and a compute take by themselves as long as half of all that is tried. */
const LARGE = 12_000_000;
/** How many rounds are spent on each instance without a place, once all others stand; with so many pairs, half. */
const ROUNDS_PER_WAITING = 300;
const SETTLED = 1_000_000;

/** What may be tried in a plan. */
interface Tries {
  readonly exchanges: number;
  readonly rounds: number;
}

/** Says how much may be tried: for larger fleets, where a first answer takes longer, gradually less. */
export function effortFor(instances: number, computes: number): Tries {
  const pairs = instances * computes;
  const part = 1 / (1 + pairs / LARGE);
  return {
    exchanges: Math.min(part * MOST_EXCHANGES, EXCHANGES_PER_INSTANCE * instances),
    rounds: Math.min(part * MOST_ROUNDS, ROUNDS_PER_PAIR * pairs),
  };
}

/** Says how many rounds are tried once all others stand. */
export function settlingRounds(waiting: number, instances: number, computes: number): number {
  const pairs = instances * computes;
  const most = Math.min(MOST_ROUNDS, ROUNDS_PER_WAITING * waiting, ROUNDS_PER_PAIR * pairs);
  return most / (1 + pairs / SETTLED);
}
