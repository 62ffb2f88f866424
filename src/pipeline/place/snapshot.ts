import type { Instance } from './instance.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** Remembers where instances are, and what is said about it, so that what was tried can be taken back. */
export class Snapshot {
  readonly #occupancy: Occupancy;
  readonly #instances: readonly Instance[];
  readonly #computes: Int32Array;
  readonly #candidates: Int32Array;
  readonly #moved: (string | undefined)[];

  constructor(occupancy: Occupancy, instances: readonly Instance[]) {
    this.#occupancy = occupancy;
    this.#instances = instances;
    this.#computes = Int32Array.from(instances, ({ compute }) => compute);
    this.#candidates = Int32Array.from(instances, ({ candidates }) => candidates);
    this.#moved = instances.map(({ moved }) => moved);
  }

  /** Tells whether somebody is elsewhere now. */
  get differs(): boolean {
    return this.#instances.some(({ compute }, nth) => compute !== this.#computes[nth]);
  }

  /** Brings everybody back, and what was said. */
  restore(): void {
    const away: number[] = [];
    for (const [nth, { compute }] of this.#instances.entries()) {
      if (compute !== this.#computes[nth]) away.push(nth);
    }
    // All leave before anybody comes: on the way no compute holds more than it has.
    for (const nth of away) {
      const instance = this.#instances[nth] as Instance;
      if (instance.placed) this.#occupancy.take(instance);
    }
    for (const nth of away) {
      const compute = this.#computes[nth] as number;
      if (compute !== NOWHERE) this.#occupancy.put(this.#instances[nth] as Instance, compute);
    }
    for (const [nth, instance] of this.#instances.entries()) {
      instance.candidates = this.#candidates[nth] as number;
      instance.moved = this.#moved[nth];
    }
  }
}
