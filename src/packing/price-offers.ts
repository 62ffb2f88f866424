import type { Budget } from './budget.ts';
import type { DualBound, Priced } from './dual-bound.ts';
import { dualBound } from './dual-bound.ts';
import { fillBest } from './knapsack.ts';
import type { Market } from './market.ts';
import type { Pattern, Prices } from './pattern.ts';
import { offerCost } from './pattern.ts';

/** Prices, with what they prove. */
export interface Point extends Priced {
  readonly bound: DualBound;
}

/** What a look at every offer found. */
export interface OffersPriced {
  readonly point: Point;
  /** What is worth more than it costs. */
  readonly patterns: readonly Pattern[];
  /** What would be, if parts of instances were allowed, where the search of an offer ended early. */
  readonly partial: readonly Pattern[];
}

/** A share of its cost by which the content of a host may be worth more than proved. */
const TOLERANCE = 1e-3;

/** How far the offers that hold the bound down are searched in the end. */
const SHARP_NODES = 2_000;

/** Fills a host of every offer at some prices; null where time runs out. */
export async function priceOffers(
  market: Market,
  prices: Prices,
  nodes: number,
  budget: Budget,
): Promise<OffersPriced | null> {
  const contents = new Float64Array(market.offerCount);
  const patterns: Pattern[] = [];
  const partial: Pattern[] = [];
  for (let offer = 0; offer < market.offerCount; offer++) {
    const above = offerCost(market, offer, prices);
    const answer = fillBest(market, offer, prices.classes, { above, nodes, tolerance: TOLERANCE });
    patterns.push(...answer.patterns);
    partial.push(...answer.partial);
    contents[offer] = answer.bound;
    await budget.pause();
    if (budget.expired()) return null;
  }
  return { point: { prices, contents, bound: dualBound(market, { prices, contents }) }, patterns, partial };
}

/** Looks again at the offers that hold the bound down, the worst first, while there is time. */
export async function sharpen(
  market: Market,
  { prices, contents }: Point,
  budget: Budget,
): Promise<DualBound> {
  const sharper = contents.slice();
  const done = new Set<number>();
  const ratioOf = (p: number): number =>
    (sharper[p] as number) / Math.max(1e-9, offerCost(market, p, prices));
  while (!budget.expired()) {
    let worst = 0;
    for (let p = 1; p < sharper.length; p++) if (ratioOf(p) > ratioOf(worst)) worst = p;
    if (done.has(worst) || ratioOf(worst) <= 1 + 1e-6) break;
    done.add(worst);
    const above = offerCost(market, worst, prices);
    const { bound } = fillBest(market, worst, prices.classes, { above, nodes: SHARP_NODES, tolerance: 0 });
    sharper[worst] = Math.min(sharper[worst] as number, bound);
    await budget.pause();
  }
  return dualBound(market, { prices, contents: sharper });
}
