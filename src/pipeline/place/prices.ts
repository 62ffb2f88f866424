import { KINDS } from '../../kinds/registry.ts';
import type { Sites } from './sites.ts';
import { WIDTH } from './amounts.ts';

/** What computes cost, and which of them to take into use first. */
export interface Prices {
  /** Whole cents per month; 0 for what is free of charge or has no price in the fleet's currency. */
  readonly cents: Float64Array;
  /** From 0 to `FREE`: higher for what costs less for what it holds. */
  readonly cheapness: Uint8Array;
}

/** The cheapness of what costs nothing. */
export const FREE = 100;

/** Reads the price of every compute; capacity lies as the fleet's amounts do. */
export function pricesOf({ computes }: Sites, capacity: Float64Array, currency: string): Prices {
  const cents = Float64Array.from(computes, ({ spec }) => {
    const cost = KINDS.Compute.monthlyCost?.(spec);
    return cost?.currency === currency ? Math.round(cost.amount * 100) : 0;
  });
  const size = sizesOf(capacity, computes.length);
  const rates = cents.map((price, compute) => (price === 0 ? 0 : price / (size[compute] as number)));
  const rising = [...new Set(rates)].filter((rate) => rate > 0).sort((a, b) => a - b);
  const step = Math.max(1, rising.length / FREE);
  const places = new Map(rising.map((rate, nth) => [rate, FREE - 1 - Math.floor(nth / step)]));
  return { cents, cheapness: Uint8Array.from(rates, (rate) => places.get(rate) ?? FREE) };
}

/** How much each compute holds: its mean share of what the whole fleet has of each resource. */
function sizesOf(capacity: Float64Array, count: number): Float64Array {
  const sizes = new Float64Array(count);
  for (let r = 0; r < WIDTH; r++) {
    const amounts = capacity.subarray(r * count, (r + 1) * count);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    if (total > 0) for (let c = 0; c < count; c++) sizes[c]! += (amounts[c] as number) / total / WIDTH;
  }
  return sizes;
}
