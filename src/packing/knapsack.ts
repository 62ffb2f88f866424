import { Bin } from './bin.ts';
import { gridBound } from './grid-bound.ts';
import type { Market } from './market.ts';
import type { Pattern } from './pattern.ts';
import { patternOf } from './pattern.ts';
import { relax } from './relaxation.ts';

/** How far to search one offer. */
export interface KnapsackSearch {
  /** Only patterns worth more than this are wanted. */
  readonly above: number;
  /** True asks for every such pattern; false for better and better ones. */
  readonly all: boolean;
  readonly nodes: number;
}

/** The best ways to fill one offer. */
export interface KnapsackAnswer {
  /** The last is the best, unless all were asked for. */
  readonly patterns: readonly Pattern[];
  /** No pattern of the offer is worth more, or more than `above` where that is higher. */
  readonly bound: number;
  /** The search came to its end. */
  readonly complete: boolean;
}

/**
 * Fills one host with what is worth most, by branch and bound: with a price per resource that makes the linear
 * relaxation tight, every decision has a known loss against it, and few combinations lose little.
 */
export function fillBest(
  market: Market,
  offer: number,
  values: Float64Array,
  { above, all, nodes }: KnapsackSearch,
): KnapsackAnswer {
  const { classCount, fits } = market;
  const relaxed = relax(market, offer, values);
  const patterns: Pattern[] = [];
  let floor = above;
  const candidates: number[] = [];
  for (let c = 0; c < classCount; c++) {
    if (fits[offer * classCount + c] === 1 && (values[c] as number) > 0) candidates.push(c);
  }
  if (!all) {
    for (const bin of greedyFills(market, offer, candidates, values, relaxed.margin)) {
      const worth = bin.worth(values);
      if (worth <= floor + tolerance(floor)) continue;
      floor = worth;
      patterns.push(patternOf(bin));
    }
  }
  // By margin: whoever dominates another comes before it.
  const order = candidates
    .filter((c) => (relaxed.margin[c] as number) > -(relaxed.bound - floor))
    .sort((a, b) => (relaxed.margin[b] as number) - (relaxed.margin[a] as number) || a - b);
  const superiors = all
    ? []
    : order.map((c, at) => order.slice(0, at).filter((s) => dominates(market, values, s, c)));
  let left = nodes;
  const visit = (depth: number, bin: Bin, loss: number): void => {
    if (relaxed.bound - loss <= floor + tolerance(floor) || left-- <= 0) return;
    if (depth === order.length) {
      const worth = bin.worth(values);
      if (worth <= floor + tolerance(floor)) return;
      if (!all) floor = worth;
      patterns.push(patternOf(bin));
      return;
    }
    const c = order[depth] as number;
    const margin = relaxed.margin[c] as number;
    const wanted = relaxed.most[c] as number;
    // In a best filling nobody has a place that someone worth no less, who takes no more, still waits for.
    const yields =
      superiors[depth]?.some((s) => (bin.counts[s] as number) < (relaxed.most[s] as number)) ?? false;
    const room = yields ? 0 : bin.roomFor(market, c, wanted);
    // What loses least comes first, so that the search may stop at the first that loses too much.
    for (let nth = 0; nth <= room; nth++) {
      const count = margin > 0 ? room - nth : nth;
      const lost = margin > 0 ? (wanted - count) * margin : -count * margin;
      if (relaxed.bound - loss - lost <= floor + tolerance(floor)) break;
      if (count === 0) visit(depth + 1, bin, loss + lost);
      else {
        const next = new Bin(market, offer, bin);
        next.add(market, c, count);
        visit(depth + 1, next, loss + lost);
      }
    }
  };
  visit(0, new Bin(market, offer), 0);
  const complete = left >= 0;
  if (complete) return { patterns, complete, bound: floor };
  const grid = gridBound(market, offer, values, relaxed);
  if (grid.bin && grid.bin.worth(values) > floor + tolerance(floor)) {
    floor = grid.bin.worth(values);
    patterns.push(patternOf(grid.bin));
  }
  const bound = Math.min(relaxed.bound, grid.bound);
  return { patterns, complete, bound: Math.max(floor, bound) };
}

function dominates(
  { width, need, buffer, avoids }: Market,
  values: Float64Array,
  a: number,
  b: number,
): boolean {
  if ((values[a] as number) < (values[b] as number) || avoids[a]?.length !== 0) return false;
  for (let r = 0; r < width; r++) {
    const [x, y] = [a * width + r, b * width + r];
    if ((need[x] as number) > (need[y] as number) || (buffer[x] as number) > (buffer[y] as number))
      return false;
  }
  return true;
}

function tolerance(floor: number): number {
  return 1e-7 * Math.max(1, Math.abs(floor));
}

/** Fills the host a few times without looking back: by worth, by worth per room, by margin. */
function greedyFills(
  market: Market,
  offer: number,
  candidates: readonly number[],
  values: Float64Array,
  margin: Float64Array,
): Bin[] {
  const worth = (c: number): number => values[c] as number;
  const margins = (c: number): number => margin[c] as number;
  const relative = (c: number): number => margins(c) / worth(c);
  return [worth, margins, relative].map((rank) => {
    const bin = new Bin(market, offer);
    for (const c of [...candidates].sort((a, b) => rank(b) - rank(a) || a - b)) {
      const count = bin.roomFor(market, c, market.replicas[c] as number);
      if (count > 0) bin.add(market, c, count);
    }
    return bin;
  });
}
