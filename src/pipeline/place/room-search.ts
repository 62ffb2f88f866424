import { countOf, lowestOf } from './bits.ts';
import type { Occupancy } from './occupancy.ts';
import { SparseSet } from './sparse-set.ts';
import type { Vacant } from './vacancies.ts';
import type { Workload } from './workload.ts';

/**
 * Searches the eligible computes with room for one more of a service: those in use one by one, and the empty ones by
 * group, for what has the same capacity has the same room.
 */
export class RoomSearch {
  /** What was found one by one: of the computes in use, or of all where `vacant` is undefined. */
  readonly found: SparseSet;
  /** The empty computes by group; undefined where they are found one by one. */
  vacant: Vacant | undefined;
  /** 1 for each shape that has room while it is empty; no shape where there are too many to tell apart. */
  readonly fits: Uint8Array;
  /** How many segments there are. */
  segments = 0;
  /** How many have room in each of them, empty ones included. */
  counts = new Int32Array(1);
  readonly #occupancy: Occupancy;

  constructor(occupancy: Occupancy) {
    const { size, shapes } = occupancy.fleet;
    this.#occupancy = occupancy;
    this.found = new SparseSet(size);
    this.fits = new Uint8Array(shapes.bits.length);
  }

  find(workload: Workload): void {
    const { room, vacancies } = this.#occupancy;
    room.find(workload, this.found);
    this.#findShapes(workload);
    this.vacant = vacancies.of(workload.eligibility);
    if (!this.vacant) this.#addVacant(workload);
    this.#countFound(workload);
    if (this.vacant) this.#countVacant(this.vacant);
  }

  /** The computes with room that a word of bits stands for, empty ones included. */
  wordAt(word: number, workload: Workload): number {
    return (this.found.bits[word] as number) | this.#vacantIn(word, workload);
  }

  #vacantIn(word: number, { eligibility }: Workload): number {
    const { inUse, fleet } = this.#occupancy;
    const vacant = (eligibility.bits[word] as number) & ~(inUse[word] as number);
    if (vacant === 0) return 0;
    let alike = 0;
    for (let shape = 0; shape < this.fits.length; shape++) {
      if (this.fits[shape] === 1) alike |= fleet.shapes.bits[shape]?.[word] as number;
    }
    return alike & vacant;
  }

  #addVacant(workload: Workload): void {
    const words = this.fits.length === 0 ? 0 : this.found.bits.length;
    for (let word = 0; word < words; word++) this.found.add(word, this.#vacantIn(word, workload));
  }

  #countVacant({ counts }: Vacant): void {
    const { fits } = this;
    for (let segment = 0, group = 0; segment < this.segments; segment++) {
      for (let shape = 0; shape < fits.length; shape++, group++) {
        if (fits[shape] === 1) this.counts[segment]! += counts[group] as number;
      }
    }
  }

  #countFound({ eligibility: { topology } }: Workload): void {
    const { bits, words, length } = this.found;
    this.segments = topology?.values.length ?? 1;
    if (this.counts.length < this.segments) this.counts = new Int32Array(this.segments);
    const { counts, segments } = this;
    counts.fill(0);
    for (let nth = 0; nth < length; nth++) {
      const word = words[nth] as number;
      const found = bits[word] as number;
      if (topology === undefined) {
        counts[0]! += countOf(found);
      } else if (topology.bits.length > 0) {
        for (let value = 0; value < segments; value++) {
          counts[value]! += countOf(found & (topology.bits[value]?.[word] as number));
        }
      } else {
        for (let left = found; left !== 0; left &= left - 1) {
          counts[topology.valueOf[word * 32 + lowestOf(left)] as number]!++;
        }
      }
    }
  }

  #findShapes({ asked, min, buffer }: Workload): void {
    const { bits, count, capacity } = this.#occupancy.fleet.shapes;
    for (let shape = 0; shape < bits.length; shape++) {
      let nth = 0;
      for (; nth < asked.length; nth++) {
        const r = asked[nth] as number;
        if ((min[r] as number) + (buffer[r] as number) > (capacity[r * count + shape] as number)) break;
      }
      this.fits[shape] = nth === asked.length ? 1 : 0;
    }
  }
}
