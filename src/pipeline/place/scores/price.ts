import type { ScoreTerm } from '../../../model/explanation.ts';
import type { Occupancy } from '../occupancy.ts';
import type { Prices } from '../prices.ts';
import { FREE } from '../prices.ts';
import { RANKS } from './score.ts';

/** What is in use is paid for already. */
const IN_USE = FREE + 1;

/** Says how far a compute goes before others by price, from 0 to `IN_USE`. */
export function preferred(occupancy: Occupancy, compute: number, { cheapness }: Prices): number {
  return occupancy.on(compute).length > 0 ? IN_USE : (cheapness[compute] as number);
}

/** Names the terms that go before all others where prices count. */
export function priceTermsOf(occupancy: Occupancy, compute: number, prices: Prices): ScoreTerm[] {
  const used = occupancy.on(compute).length > 0;
  return [
    { name: 'inUse', value: used ? 1 : 0 },
    { name: 'price', value: used ? 1 : (prices.cheapness[compute] as number) / FREE },
  ];
}

/** Writes a rank in which prices go first as a score from 0 to 1. */
export function scoreByPrice(rank: number): number {
  return rank / ((IN_USE + 1) * RANKS - 1);
}
