import type { Bin } from './bin.ts';
import type { Market } from './market.ts';
import type { Limit } from './purchase.ts';

/** A whole answer: what is bought with what on it, and what is left over. */
export interface Packing {
  readonly bins: readonly Bin[];
  readonly cost: number;
  /** Instances without a host, by class. */
  readonly left: Int32Array;
  readonly leftCount: number;
}

/** Adds up a packing. */
export function packingOf(market: Market, bins: readonly Bin[]): Packing {
  const left = market.replicas.slice();
  let cost = 0;
  for (const bin of bins) {
    cost += market.price[bin.offer] as number;
    for (const c of bin.classes) left[c]! -= bin.counts[c] as number;
  }
  return { bins, cost, left, leftCount: left.reduce((sum, count) => sum + Math.max(0, count), 0) };
}

/** Tells whether a packing is better than another: more placed, else cheaper. */
export function better(a: Packing, b: Packing): boolean {
  return a.leftCount < b.leftCount || (a.leftCount === b.leftCount && a.cost < b.cost - 1e-9);
}

/** Keeps count of what the hosts that are bought use of each limit. */
export class Allowance {
  readonly #market: Market;
  readonly #used: Float64Array;

  constructor(market: Market, bins: readonly Bin[] = []) {
    this.#market = market;
    this.#used = new Float64Array(market.limits.length);
    for (const { offer } of bins) this.take(offer);
  }

  admits(offer: number): boolean {
    const { limits, bindings } = this.#market;
    for (const nth of bindings[offer] as readonly number[]) {
      const { uses, most } = limits[nth] as Limit;
      if ((this.#used[nth] as number) + (uses[offer] as number) > most + 1e-9) return false;
    }
    return true;
  }

  take(offer: number, times = 1): void {
    const { limits, bindings } = this.#market;
    for (const nth of bindings[offer] as readonly number[])
      this.#used[nth]! += ((limits[nth] as Limit).uses[offer] as number) * times;
  }
}
