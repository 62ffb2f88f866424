import { countIn, lowestOf, wordsFor } from './bits.ts';
import { NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { MOST_SETS } from './shapes.ts';
import type { Workload } from './workload.ts';

/**
 * The eligible computes with room for one more of a service. Of empty ones with the same capacity, in the same
 * segment, all are equally good: the first by name stands for the others and is followed by the next.
 */
export class Roomy {
  /** How many they are in each segment. */
  readonly counts: number[] = [];
  readonly #occupancy: Occupancy;
  readonly #bits: Int32Array;
  /** Those of them that are empty, as they were when the service was turned to. */
  readonly #empty: Int32Array;
  /** The first word in which there is one. */
  #firstEmpty = 0;
  /** The compute that stands for each segment and shape. */
  readonly #first: Int32Array;
  #grouped = false;
  #workload!: Workload;

  constructor(occupancy: Occupancy) {
    const words = wordsFor(occupancy.fleet.size);
    this.#occupancy = occupancy;
    this.#bits = new Int32Array(words);
    this.#empty = new Int32Array(words);
    this.#first = new Int32Array(MOST_SETS);
  }

  /** Turns to a service and names every compute with room that no other stands for. */
  turnTo(workload: Workload, show: (compute: number) => void): void {
    const { vacant, fleet } = this.#occupancy;
    const { shapes } = fleet;
    const { topology } = workload.eligibility;
    this.#workload = workload;
    const count = this.#occupancy.room.find(workload, this.#bits);
    this.#grouped = shapes.count * (topology?.values.length ?? 1) <= MOST_SETS;
    this.#count(count);
    this.#divide(show);
    if (!this.#grouped) return;
    for (let segment = 0; segment < this.counts.length; segment++) {
      for (let shape = 0; shape < shapes.count; shape++) {
        const any = (vacant[shape] as number) > 0;
        const first = any ? this.#next(segment, shape, this.#firstEmpty * 32) : NOWHERE;
        this.#first[segment * shapes.count + shape] = first;
        if (first !== NOWHERE) show(first);
      }
    }
  }

  /** Finds who follows a compute that stood for others; -1 where it stood for none. */
  nextAfter(compute: number): number {
    if (!this.#grouped) return NOWHERE;
    const { count, of } = this.#occupancy.fleet.shapes;
    const segment = this.#workload.eligibility.topology?.valueOf[compute] ?? 0;
    const shape = of[compute] as number;
    const group = segment * count + shape;
    if (this.#first[group] !== compute) return NOWHERE;
    return (this.#first[group] = this.#next(segment, shape, compute + 1));
  }

  #count(all: number): void {
    const { topology } = this.#workload.eligibility;
    this.counts.length = 0;
    if (topology === undefined) {
      this.counts.push(all);
    } else if (topology.bits.length > 0) {
      for (const together of topology.bits) this.counts.push(countIn(this.#bits, together));
    } else {
      for (let value = 0; value < topology.values.length; value++) this.counts.push(0);
      for (let word = 0; word < this.#bits.length; word++) {
        for (let left = this.#bits[word] as number; left !== 0; left &= left - 1) {
          this.counts[topology.valueOf[word * 32 + lowestOf(left)] as number]!++;
        }
      }
    }
  }

  /** Sets apart those that are empty and shows the others, or all where nobody stands for anybody. */
  #divide(show: (compute: number) => void): void {
    const { inUse } = this.#occupancy;
    const [bits, empty, isGrouped] = [this.#bits, this.#empty, this.#grouped];
    let first = inUse.length;
    for (let word = inUse.length - 1; word >= 0; word--) {
      const roomy = bits[word] as number;
      const vacant = roomy & ~(inUse[word] as number);
      empty[word] = vacant;
      if (vacant !== 0) first = word;
      for (let left = isGrouped ? roomy & ~vacant : roomy; left !== 0; left &= left - 1) {
        show(word * 32 + lowestOf(left));
      }
    }
    this.#firstEmpty = first;
  }

  #next(segment: number, shape: number, from: number): number {
    const alike = this.#occupancy.fleet.shapes.bits[shape] as Int32Array;
    const together = this.#workload.eligibility.topology?.bits[segment];
    for (let word = from >> 5; word < alike.length; word++) {
      let left = (this.#empty[word] as number) & (alike[word] as number);
      if (together) left &= together[word] as number;
      if (word === from >> 5) left &= -1 << (from & 31);
      if (left !== 0) return word * 32 + lowestOf(left);
    }
    return NOWHERE;
  }
}
