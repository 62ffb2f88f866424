import { Draft } from './draft.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { better } from './packing.ts';
import type { Pattern } from './pattern.ts';
import { patternKey } from './pattern.ts';
import type { Random } from './random.ts';
import { Recreation } from './recreate.ts';
import { ruin } from './ruin.ts';
import type { Search } from './run-search.ts';

/** How long and how boldly to search. */
export interface Annealing {
  readonly iterations: number;
  /** What an instance of each class is worth. */
  readonly values: Float64Array;
  readonly random: Random;
  /** Receives the patterns it meets that cost little more than they are worth. */
  readonly met: Map<string, Pattern>;
  /** Nothing is cheaper: there the search ends. */
  readonly enough: number;
}

/** The temperature, in prices of a mean host: at first, and by which factor it falls in all. */
const TEMPERATURE = { first: 0.1, fall: 0.01 };
/** What an instance without a host counts, in prices of a mean host: more than any host it could save. */
const FINE = 50;
/** A pattern is remembered while it costs at most so much more than its content is worth, and there are few. */
const REMEMBERED = { share: 0.06, most: 60_000 };

/**
 * Ruin and recreate: empties a few hosts, packs their instances anew, and keeps the result if it is cheaper, or
 * with a chance that falls over time. Of equal cost, full hosts beside empty ones are better than all half full: the
 * empty ones are given back next.
 */
export function* anneal(market: Market, start: Packing, annealing: Annealing): Search {
  const { iterations, values, random, enough } = annealing;
  const recreation = new Recreation(market, values, random);
  const draft = new Draft(market, start);
  const byPrice = Int32Array.from(market.price.keys()).sort(
    (a, b) => priceOf(market, a) - priceOf(market, b),
  );
  const scale = start.cost / Math.max(1, start.bins.length);
  let best = start;
  let spent = 0;
  for (let iteration = 0; iteration < iterations; iteration++) {
    if (iteration % 64 === 0) spent = yield best;
    if (spent >= 1 || isEnough(best, enough)) break;
    const progress = Math.max(iteration / iterations, spent);
    const temperature = scale * TEMPERATURE.first * TEMPERATURE.fall ** progress;
    const { cost } = draft;
    const left = draft.leftCount();
    draft.mark();
    ruin(draft, values, random);
    for (const slot of recreation.pack(draft)) draft.downsize(slot, byPrice);
    const fine = (draft.leftCount() - left) * scale * FINE;
    const change = draft.cost - cost + fine - concentration(draft, values);
    if (change > 0 && random() >= Math.exp(-change / temperature)) {
      draft.revert();
      continue;
    }
    for (const { slot } of draft.touched) remember(draft, slot, annealing);
    if (
      draft.leftCount() <= best.leftCount &&
      (draft.leftCount() < best.leftCount || draft.cost < best.cost)
    ) {
      const packing = draft.packing();
      if (better(packing, best)) best = packing;
    }
  }
  return best;
}

function isEnough({ leftCount, cost }: Packing, enough: number): boolean {
  return leftCount === 0 && cost <= enough * (1 + 1e-6);
}

/** What changed hosts gain: the square of what is on each, over its price. */
function concentration(draft: Draft, values: Float64Array): number {
  let gain = 0;
  for (const { slot, offer, classes, counts } of draft.touched) {
    const now = draft.offer[slot] as number;
    if (now >= 0) gain += draft.worth(slot, values) ** 2 / priceOf(draft.market, now);
    if (offer < 0) continue;
    let worth = 0;
    for (let nth = 0; nth < classes.length; nth++)
      worth += (values[classes[nth] as number] as number) * (counts[nth] as number);
    gain -= worth ** 2 / priceOf(draft.market, offer);
  }
  return gain;
}

function remember(draft: Draft, slot: number, { values, met }: Annealing): void {
  const offer = draft.offer[slot] as number;
  if (offer < 0 || met.size > REMEMBERED.most) return;
  const price = priceOf(draft.market, offer);
  if (price - draft.worth(slot, values) > REMEMBERED.share * price) return;
  const counts = draft.counts[slot] as number[];
  const content = (draft.classes[slot] as number[])
    .map((c, nth) => [c, counts[nth] as number] as const)
    .sort(([a], [b]) => a - b);
  const pattern = { offer, content };
  met.set(patternKey(pattern), pattern);
}

function priceOf({ price }: Market, offer: number): number {
  return price[offer] as number;
}
