import type { Market } from './market.ts';

/** Hosts with what is on them, slot by slot. */
export class Hosts {
  readonly market: Market;
  /** The hosts there are, in no order; each is a slot of the arrays below. */
  readonly open: number[] = [];
  /** By slot; -1 where there is no host. */
  readonly offer: number[] = [];
  readonly classes: number[][] = [];
  /** How many of each of its classes it holds. */
  readonly counts: number[][] = [];
  /** What is not used: `slot * width + resource`. */
  free: Float64Array;
  /** The highest buffer that anyone on it asks for; as `free`, and empty where nobody asks. */
  protected kept: Float64Array;
  protected readonly buffered: boolean;
  readonly #choosy: Uint8Array;

  /** With room for so many hosts at first. */
  constructor(market: Market, count: number) {
    const { width, classCount, most, replicas, avoids } = market;
    this.market = market;
    this.free = new Float64Array(count * width);
    this.buffered = market.buffer.some((amount) => amount > 0);
    this.kept = new Float64Array(this.buffered ? this.free.length : 0);
    this.#choosy = new Uint8Array(classCount);
    for (let c = 0; c < classCount; c++) {
      if ((most[c] as number) < (replicas[c] as number) || avoids[c]?.length !== 0) this.#choosy[c] = 1;
    }
  }

  /** How many more instances of a class a host can take, at most `wanted`. */
  room(slot: number, c: number, wanted: number): number {
    const { width, need, fits, classCount } = this.market;
    const free = this.free;
    const from = slot * width;
    let room = wanted;
    for (let r = 0; r < width; r++) {
      const each = need[c * width + r] as number;
      const left = free[from + r] as number;
      if (each * room > left) {
        if (each > left) return 0;
        room = Math.floor(left / each);
      }
    }
    if (fits[(this.offer[slot] as number) * classCount + c] !== 1) return 0;
    if (this.buffered) room = this.#roomBeside(slot, c, room);
    return this.#choosy[c] === 1 ? this.#roomByRules(slot, c, room) : room;
  }

  /** What is on a host, by a value per class. */
  worth(slot: number, values: Float64Array): number {
    const classes = this.classes[slot] as number[];
    const counts = this.counts[slot] as number[];
    let worth = 0;
    for (let nth = 0; nth < classes.length; nth++)
      worth += (values[classes[nth] as number] as number) * (counts[nth] as number);
    return worth;
  }

  /** Makes room for a slot. */
  protected widen(slot: number): void {
    if ((slot + 1) * this.market.width <= this.free.length) return;
    this.free = doubled(this.free);
    this.kept = doubled(this.kept);
  }

  /** Adds up what is free and kept. */
  protected measure(slot: number): void {
    const { width, need, buffer, capacity } = this.market;
    const offer = this.offer[slot] as number;
    const classes = this.classes[slot] as number[];
    const counts = this.counts[slot] as number[];
    for (let r = 0; r < width; r++) {
      let free = capacity[offer * width + r] as number;
      let kept = 0;
      for (let nth = 0; nth < classes.length; nth++) {
        const at = (classes[nth] as number) * width + r;
        free -= (need[at] as number) * (counts[nth] as number);
        if (this.buffered && counts[nth] !== 0) kept = Math.max(kept, buffer[at] as number);
      }
      this.free[slot * width + r] = free;
      if (this.buffered) this.kept[slot * width + r] = kept;
    }
  }

  #roomBeside(slot: number, c: number, wanted: number): number {
    const { width, need, buffer } = this.market;
    let room = wanted;
    for (let r = 0; r < width; r++) {
      const kept = Math.max(this.kept[slot * width + r] as number, buffer[c * width + r] as number);
      const left = (this.free[slot * width + r] as number) - kept;
      const each = need[c * width + r] as number;
      if (left < 0) return 0;
      if (each * room > left) room = Math.floor(left / each);
    }
    return room;
  }

  #roomByRules(slot: number, c: number, wanted: number): number {
    const { most, avoids } = this.market;
    const classes = this.classes[slot] as number[];
    for (const other of avoids[c] as readonly number[]) if (classes.includes(other)) return 0;
    const at = classes.indexOf(c);
    const there = at < 0 ? 0 : ((this.counts[slot] as number[])[at] as number);
    return Math.min(wanted, (most[c] as number) - there);
  }
}

function doubled(array: Float64Array): Float64Array {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
