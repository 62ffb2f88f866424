import type { Random } from '../../packing/random.ts';
import { WIDTH } from './amounts.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Eligibility, Workload } from './workload.ts';

/** How many computes are drawn for each that is chosen. */
const DRAWN = 30;

/** Chooses the few computes that are filled anew to let somebody in: by lot, and of those drawn the best. */
export class Ruin {
  readonly #occupancy: Occupancy;
  readonly #worth: Float64Array;
  readonly #random: Random;
  readonly #eligible = new Map<Eligibility, Int32Array>();
  readonly #spare: Float64Array;

  constructor(occupancy: Occupancy, worth: Float64Array, random: Random) {
    this.#occupancy = occupancy;
    this.#worth = worth;
    this.#random = random;
    this.#spare = new Float64Array(occupancy.fleet.size);
    for (let compute = 0; compute < this.#spare.length; compute++) this.refresh(compute);
  }

  /** Chooses one where little is missing for a service, and others with much to spare. */
  choose(workload: Workload, count: number): number[] {
    const eligible = this.#eligibleTo(workload.eligibility);
    const chosen: number[] = [];
    if (eligible.length === 0) return chosen;
    chosen.push(this.#least(eligible, chosen, (compute) => this.#missing(workload, compute)));
    while (chosen.length < Math.min(count, eligible.length)) {
      const roomy = this.#least(eligible, chosen, (compute) => -this.spare(compute));
      if (roomy === NOWHERE) break;
      chosen.push(roomy);
    }
    return chosen;
  }

  /** What a compute has left, by what it is worth. */
  spare(compute: number): number {
    return this.#spare[compute] as number;
  }

  /** Takes note that somebody came to a compute or left it. */
  refresh(compute: number): void {
    const { used, fleet } = this.#occupancy;
    let sum = 0;
    for (let r = 0, at = compute; r < WIDTH; r++, at += fleet.size) {
      sum += ((fleet.capacity[at] as number) - (used[at] as number)) * (this.#worth[at] as number);
    }
    this.#spare[compute] = sum;
  }

  #least(eligible: Int32Array, chosen: readonly number[], amountOf: (compute: number) => number): number {
    let best = NOWHERE;
    let least = Infinity;
    for (let nth = 0; nth < DRAWN; nth++) {
      const compute = eligible[Math.floor(this.#random() * eligible.length)] as number;
      if (chosen.includes(compute)) continue;
      const amount = amountOf(compute);
      if (amount >= least) continue;
      least = amount;
      best = compute;
    }
    return best;
  }

  /** The largest part of what is asked that is missing. */
  #missing({ asked, min }: Workload, compute: number): number {
    const { free, fleet } = this.#occupancy;
    let most = 0;
    for (const r of asked) {
      const need = Math.max(1, min[r] as number);
      most = Math.max(most, 1 - (free[r * fleet.size + compute] as number) / need);
    }
    return most;
  }

  #eligibleTo(eligibility: Eligibility): Int32Array {
    let eligible = this.#eligible.get(eligibility);
    if (!eligible) {
      const marked = [...eligibility.mask.keys()].filter((compute) => eligibility.mask[compute] === 1);
      this.#eligible.set(eligibility, (eligible = Int32Array.from(marked)));
    }
    return eligible;
  }
}
