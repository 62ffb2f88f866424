import { countOf, lowestOf, wordsFor } from './bits.ts';
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
  counts: readonly number[] = [];
  readonly #occupancy: Occupancy;
  readonly #bits: Int32Array;
  /** Those of them that are empty, as they were when the service was turned to. */
  readonly #empty: Int32Array;
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

  turnTo(workload: Workload): void {
    const { topology } = workload.eligibility;
    const { inUse, room, fleet } = this.#occupancy;
    this.#workload = workload;
    room.find(workload, this.#bits);
    for (let word = 0; word < inUse.length; word++) {
      this.#empty[word] = (this.#bits[word] as number) & ~(inUse[word] as number);
    }
    const segments = topology?.values.length ?? 1;
    this.#grouped = fleet.shapes.count * segments <= MOST_SETS;
    if (topology === undefined) {
      this.counts = [countIn(this.#bits)];
    } else if (topology.bits.length > 0) {
      this.counts = topology.bits.map((together) => countIn(this.#bits, together));
    } else {
      const counts = topology.values.map(() => 0);
      eachBit(this.#bits, (compute) => counts[topology.valueOf[compute] as number]!++);
      this.counts = counts;
    }
  }

  /** Names every compute with room that no other stands for. */
  eachShown(show: (compute: number) => void): void {
    if (!this.#grouped) return eachBit(this.#bits, show);
    const { inUse, fleet } = this.#occupancy;
    for (let word = 0; word < inUse.length; word++) {
      let left = (this.#bits[word] as number) & (inUse[word] as number);
      for (; left !== 0; left &= left - 1) show(word * 32 + lowestOf(left));
    }
    for (let segment = 0; segment < this.counts.length; segment++) {
      for (let shape = 0; shape < fleet.shapes.count; shape++) {
        const first = this.#next(segment, shape, 0);
        this.#first[segment * fleet.shapes.count + shape] = first;
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

function eachBit(bits: Int32Array, visit: (compute: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word] as number; left !== 0; left &= left - 1) visit(word * 32 + lowestOf(left));
  }
}

/** Counts the bits of a set that are also set in another. */
function countIn(bits: Int32Array, other = bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    count += countOf((bits[word] as number) & (other[word] as number));
  }
  return count;
}
