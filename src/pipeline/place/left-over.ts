import { WIDTH } from './amounts.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** What all active computes have left over together. Moving changes nothing about it, so that it bounds repair. */
export class LeftOver {
  readonly #occupancy: Occupancy;
  readonly #amounts = new Float64Array(WIDTH);
  #version = -1;

  constructor(occupancy: Occupancy) {
    this.#occupancy = occupancy;
  }

  /** Tells whether it would be enough for one more instance, if it were all in one place. */
  wouldDo({ asked, min }: Workload): boolean {
    if (this.#version !== this.#occupancy.version) this.#sum();
    return asked.every((r) => (this.#amounts[r] as number) >= (min[r] as number));
  }

  #sum(): void {
    const { used, fleet, version } = this.#occupancy;
    this.#version = version;
    for (let r = 0; r < WIDTH; r++) {
      let sum = 0;
      for (let compute = 0, at = r * fleet.size; compute < fleet.size; compute++, at++) {
        if (fleet.sites.active[compute] === 1) sum += (fleet.capacity[at] as number) - (used[at] as number);
      }
      this.#amounts[r] = sum;
    }
  }
}
