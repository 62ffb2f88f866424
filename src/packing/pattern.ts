import type { Bin } from './bin.ts';
import type { Market } from './market.ts';

/** One way to fill a host. */
export interface Pattern {
  readonly offer: number;
  /** Pairs of class and count, by class. */
  readonly content: readonly (readonly [c: number, count: number])[];
}

/** The pattern of a bin. */
export function patternOf({ offer, classes, counts }: Bin): Pattern {
  return {
    offer,
    content: [...classes].sort((a, b) => a - b).map((c) => [c, counts[c] as number] as const),
  };
}

/** Names a pattern, so that equal ones are found. */
export function patternKey({ offer, content }: Pattern): string {
  let key = String(offer);
  for (const [c, count] of content) key += `,${c}:${count}`;
  return key;
}

/** What the price of a pattern exceeds the worth of its content by, at values per class and per limit. */
export function reducedCost(market: Market, { offer, content }: Pattern, prices: Prices): number {
  let cost = offerCost(market, offer, prices);
  for (const [c, count] of content) cost -= (prices.classes[c] as number) * count;
  return cost;
}

/** What an offer costs when what it uses of each limit is paid for. */
export function offerCost({ price, limits }: Market, offer: number, { limits: fees }: Prices): number {
  let cost = price[offer] as number;
  for (const [nth, { uses }] of limits.entries()) cost -= (fees[nth] as number) * (uses[offer] ?? 0);
  return cost;
}

/** Duals of a purchase: what an instance of each class is worth, and a unit of each limit (0 or less). */
export interface Prices {
  readonly classes: Float64Array;
  readonly limits: Float64Array;
}
