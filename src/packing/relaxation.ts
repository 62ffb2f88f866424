import type { Market } from './market.ts';

/** The linear relaxation of filling one host, from its dual side. */
export interface Relaxation {
  /** No content is worth more. */
  readonly bound: number;
  /** What an instance of each class is worth beyond the resources it takes. */
  readonly margin: Float64Array;
  /** The most instances of each class on the host, each class alone. */
  readonly most: Int32Array;
  /** What all of each resource of the host is worth. */
  readonly rates: Float64Array;
}

const STEPS = 200;

/** Looks for a price per resource under which the bound is lowest (projected subgradient). */
export function relax(market: Market, offer: number, values: Float64Array): Relaxation {
  const { width, classCount, need, capacity } = market;
  const most = mostAlone(market, offer, values);
  const share = new Float64Array(classCount * width);
  for (let c = 0; c < classCount; c++) {
    for (let r = 0; r < width; r++) {
      const has = capacity[offer * width + r] as number;
      share[c * width + r] = has > 0 ? (need[c * width + r] as number) / has : 0;
    }
  }
  const rates = new Float64Array(width);
  const slope = new Float64Array(width);
  let best: { bound: number; rates: Float64Array } = { bound: Infinity, rates };
  let scale = 0;
  for (let step = 0; step < STEPS; step++) {
    let bound = 0;
    for (let r = 0; r < width; r++) {
      bound += rates[r] as number;
      slope[r] = 1;
    }
    for (let c = 0; c < classCount; c++) {
      const count = most[c] as number;
      if (count === 0) continue;
      const margin = marginOf(c, values, share, rates, width);
      if (margin <= 0) continue;
      bound += count * margin;
      for (let r = 0; r < width; r++) slope[r]! -= count * (share[c * width + r] as number);
    }
    if (bound < best.bound) best = { bound, rates: rates.slice() };
    if (step === 0) scale = bound / width;
    const length = Math.sqrt(slope.reduce((sum, part) => sum + part * part, 0));
    if (length < 1e-12) break;
    const reach = (scale * 0.97 ** step) / length;
    for (let r = 0; r < width; r++) {
      const next = (rates[r] as number) - reach * (slope[r] as number);
      rates[r] = (capacity[offer * width + r] as number) > 0 ? Math.max(0, next) : 0;
    }
  }
  const margin = Float64Array.from(most, (_, c) => marginOf(c, values, share, best.rates, width));
  return { bound: best.bound, margin, most, rates: best.rates };
}

function marginOf(
  c: number,
  values: Float64Array,
  share: Float64Array,
  rates: Float64Array,
  width: number,
): number {
  let margin = values[c] as number;
  for (let r = 0; r < width; r++) margin -= (rates[r] as number) * (share[c * width + r] as number);
  return margin;
}

function mostAlone(market: Market, offer: number, values: Float64Array): Int32Array {
  const { width, classCount, need, capacity, fits, replicas } = market;
  return Int32Array.from({ length: classCount }, (_, c) => {
    if (fits[offer * classCount + c] !== 1 || (values[c] as number) <= 0) return 0;
    let most = Math.min(market.most[c] as number, replicas[c] as number);
    for (let r = 0; r < width; r++) {
      const each = need[c * width + r] as number;
      if (each > 0) most = Math.min(most, Math.floor((capacity[offer * width + r] as number) / each));
    }
    return most;
  });
}
