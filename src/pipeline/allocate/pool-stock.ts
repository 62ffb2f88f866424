import type { IpAddress } from '../../model/ip/ip-address.ts';
import type { IpRange } from '../../model/ip/ip-range.ts';

/** What is left of a pool while its addresses are handed out, the lowest first. */
export class PoolStock {
  readonly #ranges: readonly IpRange[];
  readonly #taken = new Set<bigint>();
  #range = 0;
  #next: bigint;

  /** `ranges` are sorted and do not overlap. */
  constructor(ranges: readonly IpRange[]) {
    this.#ranges = ranges;
    this.#next = ranges[0]?.first ?? 0n;
  }

  /** Takes a certain address; false where it is not to be had. */
  take({ family, value }: IpAddress): boolean {
    const range = this.#rangeAt(value);
    if (range?.family !== family || this.#taken.has(value)) return false;
    this.#taken.add(value);
    return true;
  }

  /** Takes the lowest address that is left; null where none is. */
  takeLowest(): IpAddress | null {
    for (let range = this.#ranges[this.#range]; range; range = this.#ranges[++this.#range]) {
      if (this.#next < range.first) this.#next = range.first;
      for (; this.#next <= range.last; this.#next++) {
        const ip = { family: range.family, value: this.#next };
        if (this.take(ip)) return ip;
      }
    }
    return null;
  }

  /** The range that holds a value, by halving. */
  #rangeAt(value: bigint): IpRange | undefined {
    let [low, high] = [0, this.#ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const range = this.#ranges[middle];
      if (!range) return undefined;
      if (value < range.first) high = middle - 1;
      else if (value > range.last) low = middle + 1;
      else return range;
    }
    return undefined;
  }
}
