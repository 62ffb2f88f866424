import { admits, localFiltersFor } from './admission.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** Knows which instances could go elsewhere; may say so of one that could not, never the reverse. */
export class Mobility {
  readonly #occupancy: Occupancy;
  readonly #canGo = new Map<Workload, boolean>();
  #computes: readonly number[] | undefined;

  constructor(occupancy: Occupancy) {
    this.#occupancy = occupancy;
  }

  /** The computes with at least one instance that could go elsewhere. */
  get computes(): readonly number[] {
    const all = this.#occupancy.fleet.sites.names.keys();
    return (this.#computes ??= [...all].filter((compute) => {
      return this.#occupancy.on(compute).some((instance) => this.canGo(instance));
    }));
  }

  canGo({ pin, workload }: Instance): boolean {
    if (pin) return false;
    let can = this.#canGo.get(workload);
    if (can === undefined) {
      // Leaving gives back a share of a topology value, so only what looks at one compute can rule it out.
      const filters = localFiltersFor(workload);
      can = workload.eligibility.computes.some((compute) =>
        admits(this.#occupancy, workload, compute, filters),
      );
      this.#canGo.set(workload, can);
    }
    return can;
  }

  /** Takes note that instances left a compute: who could go nowhere may now go there. */
  left(compute: number): void {
    this.#computes = undefined;
    for (const [workload, can] of this.#canGo) {
      if (!can && admits(this.#occupancy, workload, compute, localFiltersFor(workload)))
        this.#canGo.set(workload, true);
    }
  }
}
