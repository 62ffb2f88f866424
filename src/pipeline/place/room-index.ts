import { WIDTH } from './amounts.ts';
import { clearBit, lowestOf, setBit, wordsFor } from './bits.ts';
import type { Fleet } from './fleet.ts';
import { countUpTo, levelsFor } from './levels.ts';
import type { SparseSet } from './sparse-set.ts';
import type { Workload } from './workload.ts';

/** The sets of all computes known and of none. */
const ALL = 0;
const NONE = 1;
const RESOURCES = Array.from({ length: WIDTH }, (_, r) => r);

/** What the index reads: what is free on each compute, and the buffers that are kept there. */
interface Amounts {
  readonly fleet: Fleet;
  readonly free: Float64Array;
  readonly buffer: Float64Array;
}

/**
 * Knows which of some computes have so much of a resource free, as one set of bits for each of some amounts that
 * services ask for. What has room for a service is the intersection of a few sets; only what lies between two of the
 * amounts is looked at one by one. Words of the sets in which no bit is set are passed over.
 */
export class RoomIndex {
  readonly #amounts: Amounts;
  /** How many words have a bit for each word of a set. */
  readonly #outline: number;
  /** The amounts of each resource, rising. */
  readonly #levels: readonly Float64Array[];
  /**
   * All computes, none, and for each resource and level those with at least that much free: the first word of every set,
   * then the second of every set, for what concerns one compute is changed together.
   */
  readonly #sets: Int32Array;
  readonly #setCount: number;
  /** For each set, one after the other, which of its words are not 0. */
  readonly #outlines: Int32Array;
  /** The number of the first set of each resource. */
  readonly #firsts: readonly number[];
  /** How many levels each compute reaches, laid out as the fleet's amounts. */
  readonly #reached: Uint8Array;
  /** The sets that bound what has room for a service: from above, and from below. */
  readonly #most = new Int32Array(WIDTH);
  readonly #least = new Int32Array(WIDTH);

  /** Knows no compute. */
  constructor(amounts: Amounts) {
    const { fleet, free } = amounts;
    this.#amounts = amounts;
    const words = wordsFor(fleet.size);
    this.#outline = wordsFor(words);
    this.#levels = levelsFor(fleet.workloads);
    let sets = 2;
    this.#firsts = this.#levels.map(({ length }) => (sets += length) - length);
    this.#sets = new Int32Array(sets * words);
    this.#setCount = sets;
    this.#outlines = new Int32Array(sets * this.#outline);
    this.#reached = new Uint8Array(free.length);
  }

  /** Gets to know a compute. */
  add(compute: number): void {
    this.#enter(ALL, compute);
    this.update(compute, RESOURCES);
  }

  /** Forgets a compute. */
  remove(compute: number): void {
    this.#leave(ALL, compute);
    for (let r = 0; r < WIDTH; r++) this.#reach(compute, r, -1);
  }

  /** Takes note that what is free of some resources has changed on a compute that is known. */
  update(compute: number, changed: readonly number[]): void {
    const { free, fleet } = this.#amounts;
    for (let nth = 0; nth < changed.length; nth++) {
      const r = changed[nth] as number;
      this.#reach(compute, r, free[r * fleet.size + compute] as number);
    }
  }

  /** Finds which eligible computes have room for one more of a service, of those that are known. */
  find(workload: Workload, found: SparseSet): void {
    this.#bound(workload);
    const [most, least, sets, outlines] = [this.#most, this.#least, this.#sets, this.#outlines];
    const eligible = workload.eligibility.bits;
    const { length } = workload.asked;
    const [setCount, outline] = [this.#setCount, this.#outline];
    const [m0, m1, m2] = [most[0] as number, most[1] as number, most[2] as number];
    const [l0, l1, l2] = [least[0] as number, least[1] as number, least[2] as number];
    found.clear();
    for (let part = 0; part < outline; part++) {
      let left = outlines[m0 * outline + part] as number;
      left &= (outlines[m1 * outline + part] as number) & (outlines[m2 * outline + part] as number);
      for (; left !== 0; left &= left - 1) {
        const word = part * 32 + lowestOf(left);
        const at = word * setCount;
        let perhaps = (eligible[word] as number) & (sets[at + m0] as number);
        perhaps &= (sets[at + m1] as number) & (sets[at + m2] as number);
        for (let nth = 3; nth < length; nth++) perhaps &= sets[at + (most[nth] as number)] as number;
        if (perhaps === 0) continue;
        let sure = perhaps & (sets[at + l0] as number);
        sure &= (sets[at + l1] as number) & (sets[at + l2] as number);
        for (let nth = 3; nth < length; nth++) sure &= sets[at + (least[nth] as number)] as number;
        for (let unsure = perhaps & ~sure; unsure !== 0; unsure &= unsure - 1) {
          if (this.#hasRoom(workload, word * 32 + lowestOf(unsure))) sure |= unsure & -unsure;
        }
        found.add(word, sure);
      }
    }
  }

  /** Puts a compute into the sets of the amounts that are at most so much, and takes it out of the others. */
  #reach(compute: number, r: number, amount: number): void {
    const levels = this.#levels[r] as Float64Array;
    const first = this.#firsts[r] as number;
    const at = r * this.#amounts.fleet.size + compute;
    const before = this.#reached[at] as number;
    let reached = before;
    for (; reached < levels.length && amount >= (levels[reached] as number); reached++) {
      this.#enter(first + reached, compute);
    }
    for (; reached > 0 && amount < (levels[reached - 1] as number); reached--) {
      this.#leave(first + reached - 1, compute);
    }
    if (reached !== before) this.#reached[at] = reached;
  }

  #enter(set: number, compute: number): void {
    const word = compute >> 5;
    const at = word * this.#setCount + set;
    if (this.#sets[at] === 0) setBit(this.#outlines, set * this.#outline * 32 + word);
    this.#sets[at]! |= 1 << (compute & 31);
  }

  #leave(set: number, compute: number): void {
    const word = compute >> 5;
    const at = word * this.#setCount + set;
    this.#sets[at]! &= ~(1 << (compute & 31));
    if (this.#sets[at] === 0) clearBit(this.#outlines, set * this.#outline * 32 + word);
  }

  /** Finds for each resource asked for the sets that bound what has room. */
  #bound({ min, buffer, asked }: Workload): void {
    this.#most.fill(ALL);
    this.#least.fill(ALL);
    for (let nth = 0; nth < asked.length; nth++) {
      const r = asked[nth] as number;
      const levels = this.#levels[r] as Float64Array;
      const first = this.#firsts[r] as number;
      const amount = min[r] as number;
      const withBuffer = amount + (buffer[r] as number);
      let level = countUpTo(levels, amount);
      if (level > 0) this.#most[nth] = first + level - 1;
      if (level > 0 && levels[level - 1] === withBuffer) level--;
      while (level < levels.length && (levels[level] as number) < withBuffer) level++;
      this.#least[nth] = level < levels.length ? first + level : NONE;
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
