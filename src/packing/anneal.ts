import type { Bin } from './bin.ts';
import type { Budget } from './budget.ts';
import { downsize } from './downsize.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { Allowance, better, packingOf } from './packing.ts';
import { patternKey, patternOf } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import type { Random } from './random.ts';
import { Recreation } from './recreate.ts';

/** How long and how boldly to search. */
export interface Annealing {
  readonly iterations: number;
  /** What an instance of each class is worth. */
  readonly values: Float64Array;
  readonly random: Random;
  readonly budget: Budget;
  /** Receives the patterns it meets that cost little more than they are worth. */
  readonly met: Map<string, Pattern>;
}

/** A pattern is remembered while it costs at most so much more than its content is worth. */
const REMEMBERED = 0.06;

/**
 * Ruin and recreate: empties a few hosts, packs their instances anew, and keeps the result if it is cheaper, or
 * with a chance that falls over time.
 */
export async function anneal(market: Market, start: Packing, annealing: Annealing): Promise<Packing> {
  const { iterations, values, random, budget, met } = annealing;
  const recreation = new Recreation(market, values, random);
  let current = start;
  let best = start;
  const scale = start.cost / Math.max(1, start.bins.length);
  const from = budget.left();
  for (let iteration = 0; iteration < iterations; iteration++) {
    if (iteration % 64 === 0) {
      await budget.pause();
      if (budget.expired()) break;
    }
    const timed = Number.isFinite(from) && from > 0 ? 1 - budget.left() / from : 0;
    const progress = Math.max(iteration / iterations, timed);
    const temperature = scale * 0.15 * 0.01 ** progress;
    const next = step(market, current, recreation, annealing);
    const change = next.cost - current.cost + (next.leftCount - current.leftCount) * scale * 50;
    if (change > 0 && random() >= Math.exp(-change / temperature)) continue;
    current = next;
    if (better(current, best)) best = current;
  }
  for (const bin of best.bins) remember(market, bin, values, met, Infinity);
  return best;
}

function step(market: Market, current: Packing, recreation: Recreation, annealing: Annealing): Packing {
  const { random, values, met } = annealing;
  const ruined = chooseRuins(market, current.bins, values, random);
  const kept = current.bins.filter((_, nth) => !ruined.has(nth));
  const pool = current.left.map((count) => Math.max(0, count));
  for (const nth of ruined) {
    const bin = current.bins[nth] as Bin;
    for (const c of bin.classes) pool[c]! += bin.counts[c] as number;
  }
  const allowance = new Allowance(market, kept);
  const opened = recreation.pack(kept, pool, allowance);
  for (const bin of opened) {
    downsize(market, bin, allowance);
    remember(market, bin, values, met, REMEMBERED);
  }
  return packingOf(market, [...kept, ...opened]);
}

/** Picks a few hosts at random; those that are worth little for their price more often. */
function chooseRuins(
  market: Market,
  bins: readonly Bin[],
  values: Float64Array,
  random: Random,
): Set<number> {
  const wanted = Math.min(bins.length, 1 + Math.floor(random() * 5));
  const ruined = new Set<number>();
  while (ruined.size < wanted) {
    let pick = Math.floor(random() * bins.length);
    const rival = Math.floor(random() * bins.length);
    if (ruined.size === 0 || random() < 0.3) {
      if (rateOf(market, bins[rival] as Bin, values) < rateOf(market, bins[pick] as Bin, values))
        pick = rival;
    }
    ruined.add(pick);
  }
  return ruined;
}

function rateOf(market: Market, bin: Bin, values: Float64Array): number {
  return bin.worth(values) / (market.price[bin.offer] as number);
}

function remember(
  market: Market,
  bin: Bin,
  values: Float64Array,
  met: Map<string, Pattern>,
  share: number,
): void {
  if (met.size > 60_000) return;
  const price = market.price[bin.offer] as number;
  if (price - bin.worth(values) > share * price) return;
  const pattern = patternOf(bin);
  met.set(patternKey(pattern), pattern);
}
