import type { Draft } from './draft.ts';
import type { Random } from './random.ts';

/** The most hosts that are emptied at once. */
const MOST = 5;

/** Gives back a few hosts at random; those that are worth little for their price more often. */
export function ruin(draft: Draft, values: Float64Array, random: Random): void {
  const { open, market, offer } = draft;
  const rateOf = (slot: number): number =>
    draft.worth(slot, values) / (market.price[offer[slot] as number] as number);
  const pick = (): number => open[Math.floor(random() * open.length)] as number;
  for (let wanted = Math.min(open.length, 1 + Math.floor(random() * MOST)), nth = 0; nth < wanted; nth++) {
    let chosen = pick();
    if (nth === 0 || random() < 0.3) {
      const rival = pick();
      if (rateOf(rival) < rateOf(chosen)) chosen = rival;
    }
    draft.remove(chosen);
  }
}
