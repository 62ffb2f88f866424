import { WIDTH } from './amounts.ts';
import { clearBit, intersect, lowestOf, setBit, wordsFor } from './bits.ts';
import type { Fleet } from './fleet.ts';
import type { Workload } from './workload.ts';

/** How many amounts of each resource have a set of their own. */
const LEVELS = 192;

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
  readonly #bitsPerSet: number;
  /** The amounts of each resource, rising. */
  readonly #levels: readonly Float64Array[];
  /** For each resource and level, the computes with at least that much free. */
  readonly #sets: readonly Int32Array[];
  /** How many levels each compute reaches, laid out as the fleet's amounts. */
  readonly #reached: Uint8Array;
  readonly #perhaps: Int32Array;

  constructor(amounts: Amounts) {
    const { fleet, free } = amounts;
    this.#amounts = amounts;
    this.#words = wordsFor(fleet.size);
    this.#bitsPerSet = this.#words * 32;
    // Services that need the same share the array.
    const mins = new Set(fleet.workloads.map(({ min }) => min));
    this.#levels = Array.from({ length: WIDTH }, (_, r) => levelsOf(mins, r));
    this.#sets = this.#levels.map(({ length }) => new Int32Array(length * this.#words));
    this.#reached = new Uint8Array(free.length);
    this.#perhaps = new Int32Array(this.#words);
    for (let compute = 0; compute < fleet.size; compute++) this.update(compute);
  }

  /** Takes note that what is free on a compute has changed. */
  update(compute: number): void {
    const { free, fleet } = this.#amounts;
    for (let r = 0, at = compute; r < WIDTH; r++, at += fleet.size) {
      const levels = this.#levels[r] as Float64Array;
      const sets = this.#sets[r] as Int32Array;
      const amount = free[at] as number;
      let reached = this.#reached[at] as number;
      for (; reached < levels.length && amount >= (levels[reached] as number); reached++) {
        setBit(sets, reached * this.#bitsPerSet + compute);
      }
      for (; reached > 0 && amount < (levels[reached - 1] as number); reached--) {
        clearBit(sets, (reached - 1) * this.#bitsPerSet + compute);
      }
      this.#reached[at] = reached;
    }
  }

  /** Writes into `bits` which eligible computes have room for one more of a service. */
  find(workload: Workload, bits: Int32Array): void {
    const { min, buffer, asked, eligibility } = workload;
    const perhaps = this.#perhaps;
    bits.set(eligibility.bits);
    perhaps.set(eligibility.bits);
    for (const r of asked) {
      const levels = this.#levels[r] as Float64Array;
      const sets = this.#sets[r] as Int32Array;
      const most = (min[r] as number) + (buffer[r] as number);
      let level = 0;
      while (level < levels.length && (levels[level] as number) <= (min[r] as number)) level++;
      if (level > 0) intersect(perhaps, sets, (level - 1) * this.#words);
      if (level > 0 && levels[level - 1] === most) level--;
      while (level < levels.length && (levels[level] as number) < most) level++;
      if (level < levels.length) intersect(bits, sets, level * this.#words);
      else bits.fill(0);
    }
    for (let word = 0; word < bits.length; word++) {
      let unsure = (perhaps[word] as number) & ~(bits[word] as number);
      for (; unsure !== 0; unsure &= unsure - 1) {
        const compute = word * 32 + lowestOf(unsure);
        if (this.#hasRoom(workload, compute)) setBit(bits, compute);
      }
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
