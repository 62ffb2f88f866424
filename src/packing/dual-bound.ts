import type { Market } from './market.ts';
import type { Prices } from './pattern.ts';
import { offerCost } from './pattern.ts';

/** Prices, and what the best content of one host of each offer is worth at most at them. */
export interface Priced {
  readonly prices: Prices;
  readonly contents: Float64Array;
}

/** Prices at which no content is worth more than its host, and what all that is wanted is worth at them. */
export interface DualBound {
  /** No packing of everything is cheaper. */
  readonly lowerBound: number;
  readonly prices: Prices;
}

/**
 * Turns any prices into a lower bound, by lowering them until no content is worth more than its host costs: they are
 * then a solution of the dual of the configuration program (Farley, Operations Research 1990). Values fall by one
 * factor; where a limit is an offer's own, its fee rises instead, if that costs less.
 */
export function dualBound(market: Market, { prices, contents }: Priced): DualBound {
  const owns = ownLimits(market);
  const factors = Array.from(contents, (worth, p) => (worth > 0 ? offerCost(market, p, prices) / worth : 1));
  const most = factors.reduce(
    (least, factor, p) => (owns[p] === undefined ? Math.min(least, factor) : least),
    1,
  );
  let best = lowered(market, prices, contents, owns, Math.max(0, most));
  for (const factor of new Set(factors)) {
    if (factor <= 0 || factor >= most) continue;
    const other = lowered(market, prices, contents, owns, factor);
    if (other.lowerBound > best.lowerBound) best = other;
  }
  return best;
}

/** For each offer, a limit that no other offer uses. */
function ownLimits({ limits, offerCount }: Market): (number | undefined)[] {
  const owns = new Array<number | undefined>(offerCount).fill(undefined);
  for (const [n, { uses }] of limits.entries()) {
    const users = uses.flatMap((used, p) => (used > 0 ? [p] : []));
    if (users.length === 1 && uses.every((used) => used >= 0)) owns[users[0] as number] = n;
  }
  return owns;
}

function lowered(
  market: Market,
  prices: Prices,
  contents: Float64Array,
  owns: readonly (number | undefined)[],
  factor: number,
): DualBound {
  const fees = prices.limits.slice();
  for (const [p, n] of owns.entries()) {
    if (n === undefined) continue;
    fees[n] = 0;
    const free =
      offerCost(market, p, { classes: prices.classes, limits: fees }) - factor * (contents[p] as number);
    fees[n] = Math.min(0, free / (market.limits[n]?.uses[p] as number));
  }
  const lower = { classes: prices.classes.map((value) => value * factor), limits: fees };
  return { lowerBound: Math.max(0, worthOf(market, lower)), prices: lower };
}

/** What all that is wanted is worth. */
export function worthOf({ replicas, limits }: Market, prices: Prices): number {
  let worth = 0;
  for (const [c, count] of replicas.entries()) worth += count * (prices.classes[c] as number);
  for (const [n, { most }] of limits.entries()) worth += most * (prices.limits[n] as number);
  return worth;
}
