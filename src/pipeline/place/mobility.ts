import { admitsLocally } from './admission.ts';
import { WIDTH } from './amounts.ts';
import { lowestOf, wordsFor } from './bits.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { RoomSearch } from './room-search.ts';
import type { Workload } from './workload.ts';

/** How many of the computes with room are remembered for each class. */
const OPTIONS = 64;

/** Knows which instances could go elsewhere; may say so of one that could not. */
export class Mobility {
  readonly #occupancy: Occupancy;
  /** Computes with room for one more, by class. */
  readonly #options = new Map<number, readonly number[]>();
  readonly #search: RoomSearch;
  readonly #movers: Instance[][] = [];
  /** What the movers on a compute use together and what buffers they may give up, laid out as the fleet's amounts. */
  readonly gain: Float64Array;

  constructor(occupancy: Occupancy) {
    this.#occupancy = occupancy;
    this.#search = new RoomSearch(occupancy);
    this.gain = new Float64Array(occupancy.fleet.capacity.length);
    for (let compute = 0; compute < occupancy.fleet.size; compute++) this.refresh(compute);
  }

  /** The instances on a compute that could go elsewhere. */
  moversOn(compute: number): readonly Instance[] {
    return this.#movers[compute] ?? [];
  }

  /** Takes note that somebody came to a compute or left it. */
  refresh(compute: number): void {
    const { buffer, fleet } = this.#occupancy;
    const movers = this.#occupancy.on(compute).filter((instance) => this.#canGo(instance));
    this.#movers[compute] = movers;
    for (let r = 0, at = compute; r < WIDTH; r++, at += fleet.size) {
      let gain = buffer[at] as number;
      for (const { workload } of movers) gain += workload.min[r] as number;
      this.gain[at] = gain;
    }
  }

  #canGo({ pin, workload, compute }: Instance): boolean {
    if (pin) return false;
    // Leaving gives back a share of a topology value, so only what looks at one compute can rule it out.
    return this.#optionsOf(workload).some(
      (option) => option !== compute && admitsLocally(this.#occupancy, workload, option),
    );
  }

  #optionsOf(workload: Workload): readonly number[] {
    let options = this.#options.get(workload.class);
    if (!options) {
      options = this.#someFor(workload);
      this.#options.set(workload.class, options);
    }
    return options;
  }

  #someFor(workload: Workload): number[] {
    this.#search.find(workload);
    const some: number[] = [];
    const words = wordsFor(this.#occupancy.fleet.size);
    for (let word = 0; word < words && some.length < OPTIONS; word++) {
      for (let left = this.#search.wordAt(word, workload); left !== 0; left &= left - 1) {
        some.push(word * 32 + lowestOf(left));
      }
    }
    return some;
  }
}
