import { Bin } from './bin.ts';
import { Hosts } from './hosts.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { Allowance, packingOf } from './packing.ts';

/** How a host was before somebody touched it. */
export interface Memory {
  readonly slot: number;
  readonly offer: number;
  readonly classes: readonly number[];
  readonly counts: readonly number[];
}

/** A packing that is changed in place; what changed since the last mark can be taken back. */
export class Draft extends Hosts {
  readonly allowance: Allowance;
  cost = 0;
  /** Instances without a host, by class. */
  readonly pending: Int32Array;
  readonly #used: Float64Array;
  readonly #spare: number[] = [];
  readonly #place: number[] = [];
  readonly #touched: Memory[] = [];
  readonly #stamp: number[] = [];
  #mark = 1;
  #costBefore = 0;
  readonly #pendingBefore: Int32Array;

  constructor(market: Market, { bins }: Packing) {
    super(market, bins.length + 16);
    this.allowance = new Allowance(market);
    this.pending = market.replicas.slice();
    this.#pendingBefore = market.replicas.slice();
    this.#used = new Float64Array(market.width);
    for (const bin of bins) {
      const slot = this.add(bin.offer);
      for (const c of bin.classes) this.put(slot, c, bin.counts[c] as number);
    }
    this.mark();
  }

  /** The slots that changed since the mark, and how they were. */
  get touched(): readonly Memory[] {
    return this.#touched;
  }

  /** From here on changes can be taken back. */
  mark(): void {
    this.#mark++;
    this.#touched.length = 0;
    this.#costBefore = this.cost;
    this.#pendingBefore.set(this.pending);
  }

  /** Takes back what changed since the mark. */
  revert(): void {
    for (const { slot, offer, classes, counts } of this.#touched) {
      const now = this.offer[slot] as number;
      if (now >= 0) this.allowance.take(now, -1);
      if (offer >= 0) this.allowance.take(offer);
      if (now >= 0 && offer < 0) {
        this.#unlist(slot);
        this.#spare.push(slot);
      }
      if (now < 0 && offer >= 0) {
        this.#spare.splice(this.#spare.indexOf(slot), 1);
        this.#list(slot);
      }
      this.offer[slot] = offer;
      this.classes[slot] = classes as number[];
      this.counts[slot] = counts as number[];
      if (offer >= 0) this.measure(slot);
    }
    this.cost = this.#costBefore;
    this.pending.set(this.#pendingBefore);
    this.#mark++;
    this.#touched.length = 0;
  }

  /** Adds an empty host and returns its slot. */
  add(offer: number): number {
    const slot = this.#spare.pop() ?? this.offer.length;
    this.widen(slot);
    this.offer[slot] ??= -1;
    this.classes[slot] ??= [];
    this.counts[slot] ??= [];
    this.#stamp[slot] ??= 0;
    this.#touch(slot);
    this.#list(slot);
    this.offer[slot] = offer;
    this.classes[slot] = [];
    this.counts[slot] = [];
    this.measure(slot);
    this.allowance.take(offer);
    this.cost += this.market.price[offer] as number;
    return slot;
  }

  /** Empties a host and gives it back. */
  remove(slot: number): void {
    this.#touch(slot);
    const classes = this.classes[slot] as number[];
    const counts = this.counts[slot] as number[];
    for (let nth = 0; nth < classes.length; nth++)
      this.pending[classes[nth] as number]! += counts[nth] as number;
    const offer = this.offer[slot] as number;
    this.allowance.take(offer, -1);
    this.cost -= this.market.price[offer] as number;
    this.offer[slot] = -1;
    this.#unlist(slot);
    this.#spare.push(slot);
  }

  /** Puts pending instances of a class on a host; the caller has asked for room. */
  put(slot: number, c: number, count: number): void {
    this.#touch(slot);
    const classes = this.classes[slot] as number[];
    const counts = this.counts[slot] as number[];
    const at = classes.indexOf(c);
    if (at < 0) {
      classes.push(c);
      counts.push(count);
    } else counts[at]! += count;
    this.#use(slot, c, count);
  }

  /** Takes instances of its nth class off a host. */
  take(slot: number, nth: number, count: number): void {
    this.#touch(slot);
    const classes = this.classes[slot] as number[];
    const counts = this.counts[slot] as number[];
    const c = classes[nth] as number;
    counts[nth]! -= count;
    if (counts[nth] === 0) {
      classes.splice(nth, 1);
      counts.splice(nth, 1);
    }
    this.#use(slot, c, -count);
  }

  /** Turns a host into the first of some offers that holds all of it, if that is cheaper than what it is now. */
  downsize(slot: number, byPrice: Int32Array): void {
    const { width, capacity, price } = this.market;
    const before = this.offer[slot] as number;
    const used = this.#used;
    for (let r = 0; r < width; r++) {
      const kept = this.buffered ? (this.kept[slot * width + r] as number) : 0;
      used[r] = (capacity[before * width + r] as number) - (this.free[slot * width + r] as number) + kept;
    }
    const limit = price[before] as number;
    for (let nth = 0; nth < byPrice.length; nth++) {
      const offer = byPrice[nth] as number;
      if ((price[offer] as number) >= limit) return;
      let r = 0;
      while (r < width && (used[r] as number) <= (capacity[offer * width + r] as number)) r++;
      if (r === width && this.#mayBecome(slot, offer)) {
        this.#exchange(slot, offer);
        return;
      }
    }
  }

  leftCount(): number {
    let left = 0;
    for (let c = 0; c < this.pending.length; c++) left += this.pending[c] as number;
    return left;
  }

  /** The packing as it is now. */
  packing(): Packing {
    const bins = this.open.map((slot) => {
      const bin = new Bin(this.market, this.offer[slot] as number);
      for (const [nth, c] of (this.classes[slot] as number[]).entries())
        bin.add(this.market, c, this.counts[slot]?.[nth] as number);
      return bin;
    });
    return packingOf(this.market, bins);
  }

  #mayBecome(slot: number, offer: number): boolean {
    const { fits, classCount } = this.market;
    for (const c of this.classes[slot] as number[]) if (fits[offer * classCount + c] !== 1) return false;
    const before = this.offer[slot] as number;
    this.allowance.take(before, -1);
    const admitted = this.allowance.admits(offer);
    this.allowance.take(before);
    return admitted;
  }

  #exchange(slot: number, offer: number): void {
    this.#touch(slot);
    const { price } = this.market;
    const before = this.offer[slot] as number;
    this.cost += (price[offer] as number) - (price[before] as number);
    this.allowance.take(before, -1);
    this.allowance.take(offer);
    this.offer[slot] = offer;
    this.measure(slot);
  }

  #use(slot: number, c: number, count: number): void {
    const { width, need, buffer } = this.market;
    this.pending[c]! -= count;
    for (let r = 0; r < width; r++) this.free[slot * width + r]! -= (need[c * width + r] as number) * count;
    if (!this.buffered) return;
    if (count < 0) this.measure(slot);
    else {
      for (let r = 0; r < width; r++) {
        const at = slot * width + r;
        this.kept[at] = Math.max(this.kept[at] as number, buffer[c * width + r] as number);
      }
    }
  }

  #touch(slot: number): void {
    if (this.#stamp[slot] === this.#mark) return;
    this.#stamp[slot] = this.#mark;
    const classes = this.classes[slot] as number[];
    const counts = this.counts[slot] as number[];
    this.#touched.push({ slot, offer: this.offer[slot] as number, classes, counts });
    this.classes[slot] = classes.slice();
    this.counts[slot] = counts.slice();
  }

  #list(slot: number): void {
    this.#place[slot] = this.open.length;
    this.open.push(slot);
  }

  #unlist(slot: number): void {
    const at = this.#place[slot] as number;
    const last = this.open.pop() as number;
    if (last === slot) return;
    this.open[at] = last;
    this.#place[last] = at;
  }
}
