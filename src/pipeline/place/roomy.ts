import { lowestOf } from './bits.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { RoomSearch } from './room-search.ts';
import { MOST_SETS } from './shapes.ts';
import type { Workload } from './workload.ts';

/**
 * The eligible computes with room for one more of a service. Of empty ones with the same capacity, in the same
 * segment, all are equally good: the first by name stands for the others and is followed by the next.
 */
export class Roomy {
  readonly #occupancy: Occupancy;
  readonly #search: RoomSearch;
  /** The compute that stands for each group of empty ones; those that stood for it before are in use or forbidden. */
  readonly #first = new Int32Array(MOST_SETS);
  #workload!: Workload;

  constructor(occupancy: Occupancy) {
    this.#occupancy = occupancy;
    this.#search = new RoomSearch(occupancy);
  }

  /** How many segments there are. */
  get segments(): number {
    return this.#search.segments;
  }

  /** How many they are in a segment. */
  countIn(segment: number): number {
    return this.#search.counts[segment] as number;
  }

  /** Turns to a service and names every compute with room that no other stands for. */
  turnTo(workload: Workload, show: (compute: number) => void): void {
    this.#workload = workload;
    this.#search.find(workload);
    const { found, vacant, fits } = this.#search;
    for (let nth = 0; nth < found.length; nth++) {
      const word = found.words[nth] as number;
      for (let left = found.bits[word] as number; left !== 0; left &= left - 1) {
        show(word * 32 + lowestOf(left));
      }
    }
    if (!vacant) return;
    for (let group = 0; group < vacant.firsts.length; group++) {
      const first = fits[group % fits.length] === 1 ? (vacant.firsts[group] as number) : NOWHERE;
      this.#first[group] = first;
      if (first !== NOWHERE) show(first);
    }
  }

  /** Finds who follows a compute that stood for others; -1 where it stood for none. */
  nextAfter(compute: number): number {
    if (!this.#search.vacant) return NOWHERE;
    const { vacancies } = this.#occupancy;
    const { eligibility } = this.#workload;
    const group = vacancies.groupOf(eligibility, compute);
    if (this.#first[group] !== compute) return NOWHERE;
    return (this.#first[group] = vacancies.next(eligibility, group, compute + 1));
  }
}
