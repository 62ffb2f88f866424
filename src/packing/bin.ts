import type { Market } from './market.ts';

/** One host as it is being filled. */
export class Bin {
  offer: number;
  readonly used: Float64Array;
  /** The highest buffer that anyone on it asks for. */
  readonly buffer: Float64Array;
  readonly counts: Int32Array;
  /** The classes it holds, in the order of arrival. */
  readonly classes: number[];

  constructor(market: Market, offer: number, from?: Bin) {
    this.offer = offer;
    this.used = from ? from.used.slice() : new Float64Array(market.width);
    this.buffer = from ? from.buffer.slice() : new Float64Array(market.width);
    this.counts = from ? from.counts.slice() : new Int32Array(market.classCount);
    this.classes = from ? from.classes.slice() : [];
  }

  /** How many more instances of a class it can take, at most `wanted`. */
  roomFor(market: Market, c: number, wanted: number): number {
    if (market.fits[this.offer * market.classCount + c] !== 1) return 0;
    let room = Math.min(wanted, (market.most[c] as number) - (this.counts[c] as number));
    const { width, need, buffer, capacity } = market;
    for (let r = 0; r < width && room > 0; r++) {
      const kept = Math.max(this.buffer[r] as number, buffer[c * width + r] as number);
      const left = (capacity[this.offer * width + r] as number) - (this.used[r] as number) - kept;
      const each = need[c * width + r] as number;
      if (left < 0) return 0;
      if (each > 0 && each * room > left) room = Math.floor(left / each);
    }
    if (room <= 0) return 0;
    for (const other of market.avoids[c] as readonly number[]) if (this.counts[other] !== 0) return 0;
    return room;
  }

  /** Puts instances of a class on it; the caller has asked for room. */
  add(market: Market, c: number, count: number): void {
    const { width, need, buffer } = market;
    for (let r = 0; r < width; r++) {
      this.used[r]! += (need[c * width + r] as number) * count;
      const kept = buffer[c * width + r] as number;
      if (kept > (this.buffer[r] as number)) this.buffer[r] = kept;
    }
    if (this.counts[c] === 0) this.classes.push(c);
    this.counts[c]! += count;
  }

  /** Tells whether another offer would hold all of it. */
  fitsIn(market: Market, offer: number): boolean {
    const { width, capacity, fits, classCount } = market;
    for (let r = 0; r < width; r++) {
      const kept = (this.used[r] as number) + (this.buffer[r] as number);
      if (kept > (capacity[offer * width + r] as number)) return false;
    }
    return this.classes.every((c) => fits[offer * classCount + c] === 1);
  }

  /** What its contents are worth by a value per class. */
  worth(values: Float64Array): number {
    let worth = 0;
    for (const c of this.classes) worth += (values[c] as number) * (this.counts[c] as number);
    return worth;
  }
}
