import { WIDTH } from './amounts.ts';
import type { Occupancy } from './occupancy.ts';
import { preferred } from './scores/price.ts';
import { rankOf, RANKS } from './scores/score.ts';
import type { Workload } from './workload.ts';

/** Rates what a compute would be like with one more instance of a service, from figures made once per class. */
export class Rating {
  readonly #occupancy: Occupancy;
  #asked: readonly number[] = [];
  /** What an instance adds to the mean of each shape. */
  readonly #mean: Float64Array;
  /** What it adds to the share of each resource it asks for, shape by shape. */
  readonly #share: Float64Array;

  constructor(occupancy: Occupancy) {
    const { count } = occupancy.fleet.shapes;
    this.#occupancy = occupancy;
    this.#mean = new Float64Array(count);
    this.#share = new Float64Array(WIDTH * count);
  }

  turnTo({ min, asked }: Workload): void {
    const { count, perCapacity, perResource } = this.#occupancy.fleet.shapes;
    this.#asked = asked;
    this.#mean.fill(0);
    for (let nth = 0; nth < asked.length; nth++) {
      const r = asked[nth] as number;
      for (let shape = 0; shape < count; shape++) {
        const share = (min[r] as number) * (perCapacity[r * count + shape] as number);
        this.#share[nth * count + shape] = share;
        this.#mean[shape]! += share * (perResource[shape] as number);
      }
    }
  }

  /** Rates the compute as it would be. */
  rank(compute: number): number {
    const { mean, hottest, share, fleet } = this.#occupancy;
    const { of, count } = fleet.shapes;
    const shape = of[compute] as number;
    // What is not asked for stays as it is, and is not above the hottest before.
    let highest = hottest[compute] as number;
    for (let nth = 0; nth < this.#asked.length; nth++) {
      const before = share[(this.#asked[nth] as number) * fleet.size + compute] as number;
      const after = before + (this.#share[nth * count + shape] as number);
      if (after > highest) highest = after;
    }
    const rank = rankOf((mean[compute] as number) + (this.#mean[shape] as number), highest, fleet.policy);
    return fleet.prices ? preferred(this.#occupancy, compute, fleet.prices) * RANKS + rank : rank;
  }
}
