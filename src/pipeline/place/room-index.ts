import { WIDTH } from './amounts.ts';
import { clearBit, countOf, lowestOf, setBit, wordsFor } from './bits.ts';
import type { Fleet } from './fleet.ts';
import type { Workload } from './workload.ts';

/** How many amounts of each resource have a set of their own. */
const LEVELS = 192;
/** The sets of all computes and of none. */
const ALL = 0;
const NONE = 1;

/** What the index reads: what is free on each compute, and the buffers that are kept there. */
interface Amounts {
  readonly fleet: Fleet;
  readonly free: Float64Array;
  readonly buffer: Float64Array;
}

/**
 * Knows which computes have so much of a resource free, as one set of bits for each of some amounts that services
 * ask for. What has room for a service is the intersection of a few sets; only what lies between two of the
 * amounts is looked at one by one.
 */
export class RoomIndex {
  readonly #amounts: Amounts;
  readonly #words: number;
  /** The amounts of each resource, rising. */
  readonly #levels: readonly Float64Array[];
  /** One set after the other: all computes, none, and for each resource and level those with at least that much free. */
  readonly #sets: Int32Array;
  /** The number of the first set of each resource. */
  readonly #firsts: readonly number[];
  /** How many levels each compute reaches, laid out as the fleet's amounts. */
  readonly #reached: Uint8Array;
  /** Where in the sets those begin that bound what has room for a service: from above, and from below. */
  readonly #most = new Int32Array(WIDTH);
  readonly #least = new Int32Array(WIDTH);

  constructor(amounts: Amounts) {
    const { fleet, free } = amounts;
    this.#amounts = amounts;
    this.#words = wordsFor(fleet.size);
    // Services that need the same share the array.
    const mins = new Set(fleet.workloads.map(({ min }) => min));
    this.#levels = Array.from({ length: WIDTH }, (_, r) => levelsOf(mins, r));
    let sets = 2;
    this.#firsts = this.#levels.map(({ length }) => (sets += length) - length);
    this.#sets = new Int32Array(sets * this.#words);
    this.#sets.fill(-1, ALL * this.#words, NONE * this.#words);
    this.#reached = new Uint8Array(free.length);
    for (let r = 0; r < WIDTH; r++) this.#fill(r);
  }

  /** Puts computes into the highest set of a resource that they reach, and then each set into the one below. */
  #fill(r: number): void {
    const { free, fleet } = this.#amounts;
    const levels = this.#levels[r] as Float64Array;
    const first = this.#firsts[r] as number;
    const sets = this.#sets;
    for (let compute = 0, at = r * fleet.size; compute < fleet.size; compute++, at++) {
      const reached = countUpTo(levels, free[at] as number);
      this.#reached[at] = reached;
      if (reached > 0) setBit(sets, (first + reached - 1) * this.#words * 32 + compute);
    }
    const end = (first + levels.length - 1) * this.#words;
    for (let word = end - 1; word >= first * this.#words; word--) {
      sets[word]! |= sets[word + this.#words] as number;
    }
  }

  /** Takes note that what is free of some resources on a compute has changed. */
  update(compute: number, changed: readonly number[]): void {
    const { free, fleet } = this.#amounts;
    const bitsPerSet = this.#words * 32;
    for (let nth = 0; nth < changed.length; nth++) {
      const r = changed[nth] as number;
      const at = r * fleet.size + compute;
      const levels = this.#levels[r] as Float64Array;
      const first = this.#firsts[r] as number;
      const amount = free[at] as number;
      const before = this.#reached[at] as number;
      let reached = before;
      for (; reached < levels.length && amount >= (levels[reached] as number); reached++) {
        setBit(this.#sets, (first + reached) * bitsPerSet + compute);
      }
      for (; reached > 0 && amount < (levels[reached - 1] as number); reached--) {
        clearBit(this.#sets, (first + reached - 1) * bitsPerSet + compute);
      }
      if (reached !== before) this.#reached[at] = reached;
    }
  }

  /** Writes into `bits` which eligible computes have room for one more of a service; answers how many they are. */
  find(workload: Workload, bits: Int32Array): number {
    this.#bound(workload);
    const [most, least, sets] = [this.#most, this.#least, this.#sets];
    const eligible = workload.eligibility.bits;
    const [m0, m1, m2] = [most[0] as number, most[1] as number, most[2] as number];
    const [l0, l1, l2] = [least[0] as number, least[1] as number, least[2] as number];
    const { length } = workload.asked;
    let count = 0;
    for (let word = 0; word < bits.length; word++) {
      let perhaps = eligible[word] as number;
      perhaps &= (sets[m0 + word] as number) & (sets[m1 + word] as number) & (sets[m2 + word] as number);
      for (let nth = 3; nth < length; nth++) perhaps &= sets[(most[nth] as number) + word] as number;
      if (perhaps !== 0) {
        let sure = perhaps;
        sure &= (sets[l0 + word] as number) & (sets[l1 + word] as number) & (sets[l2 + word] as number);
        for (let nth = 3; nth < length; nth++) sure &= sets[(least[nth] as number) + word] as number;
        for (let unsure = perhaps & ~sure; unsure !== 0; unsure &= unsure - 1) {
          if (this.#hasRoom(workload, word * 32 + lowestOf(unsure))) sure |= unsure & -unsure;
        }
        perhaps = sure;
        count += countOf(sure);
      }
      bits[word] = perhaps;
    }
    return count;
  }

  /** Finds for each resource asked for the sets that bound what has room. */
  #bound({ min, buffer, asked }: Workload): void {
    this.#most.fill(ALL * this.#words);
    this.#least.fill(ALL * this.#words);
    for (let nth = 0; nth < asked.length; nth++) {
      const r = asked[nth] as number;
      const levels = this.#levels[r] as Float64Array;
      const first = this.#firsts[r] as number;
      const amount = min[r] as number;
      const withBuffer = amount + (buffer[r] as number);
      let level = countUpTo(levels, amount);
      if (level > 0) this.#most[nth] = (first + level - 1) * this.#words;
      if (level > 0 && levels[level - 1] === withBuffer) level--;
      while (level < levels.length && (levels[level] as number) < withBuffer) level++;
      this.#least[nth] = (level < levels.length ? first + level : NONE) * this.#words;
    }
  }

  #hasRoom({ min, buffer: own, asked }: Workload, compute: number): boolean {
    const { free, buffer, fleet } = this.#amounts;
    for (const r of asked) {
      const at = r * fleet.size + compute;
      const more = Math.max(0, (own[r] as number) - (buffer[at] as number));
      if ((free[at] as number) - more < (min[r] as number)) return false;
    }
    return true;
  }
}

/** Picks amounts that services ask for, evenly among the different ones. */
function levelsOf(mins: Iterable<Float64Array>, r: number): Float64Array {
  const asked = new Set<number>();
  for (const min of mins) asked.add(min[r] as number);
  const amounts = Float64Array.from(asked)
    .sort()
    .filter((amount) => amount > 0);
  const count = Math.min(LEVELS, amounts.length);
  return Float64Array.from({ length: count }, (_, nth) => {
    return amounts[Math.floor((nth * amounts.length) / count)] as number;
  });
}

/** Counts the amounts, which rise, that are at most so much. */
function countUpTo(amounts: Float64Array, most: number): number {
  let low = 0;
  let high = amounts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((amounts[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
