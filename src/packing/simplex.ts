import type { Contents } from './contents.ts';
import { marginOf } from './contents.ts';

const EPSILON = 1e-9;

/** More pivots than any case takes; the bound holds after any number. */
const PIVOTS = 1_000;

/**
 * The primal simplex method over candidates with a range each and a handful of resources. Columns are the free
 * candidates; after them, -1 - r is the slack of resource r.
 */
export class Simplex {
  readonly #contents: Contents;
  readonly #free: readonly number[];
  readonly #range: Float64Array;
  /** 0 at the lower end, 1 at the upper, 2 in the basis. */
  readonly #state: Uint8Array;
  readonly #inverse: Float64Array;
  readonly #basis: Int32Array;
  readonly #values: Float64Array;

  constructor(
    contents: Contents,
    free: readonly number[],
    lower: Int32Array,
    upper: Int32Array,
    left: Float64Array,
  ) {
    const { width } = contents;
    this.#contents = contents;
    this.#free = free;
    this.#range = new Float64Array(upper.length);
    for (const j of free) this.#range[j] = (upper[j] as number) - (lower[j] as number);
    this.#state = new Uint8Array(upper.length);
    this.#inverse = new Float64Array(width * width);
    for (let r = 0; r < width; r++) this.#inverse[r * width + r] = 1;
    this.#basis = Int32Array.from({ length: width }, (_, r) => -1 - r);
    this.#values = left.map((amount) => Math.max(0, amount));
  }

  /** Adds what each candidate has above its lower end to the counts; returns the rates. */
  run(counts: Float64Array): Float64Array {
    this.#fillGreedily();
    const { width } = this.#contents;
    let rates = this.#rates();
    for (let pivots = 0; pivots < PIVOTS; pivots++) {
      const entering = this.#entering(rates);
      if (entering === undefined) break;
      this.#enter(entering);
      rates = this.#rates();
    }
    for (const j of this.#free) if (this.#state[j] === 1) counts[j]! += this.#range[j] as number;
    for (let i = 0; i < width; i++) {
      const j = this.#basis[i] as number;
      if (j >= 0) counts[j]! += this.#values[i] as number;
    }
    return rates.map((rate) => Math.max(0, rate));
  }

  /** Starts from all of the best that has room. */
  #fillGreedily(): void {
    const { width, share } = this.#contents;
    for (const j of this.#free) {
      const range = this.#range[j] as number;
      let fits = true;
      for (let r = 0; r < width && fits; r++)
        fits = range * (share[j * width + r] as number) <= (this.#values[r] as number);
      if (!fits) continue;
      for (let r = 0; r < width; r++) this.#values[r]! -= range * (share[j * width + r] as number);
      this.#state[j] = 1;
    }
  }

  #rates(): Float64Array {
    const { width, worth } = this.#contents;
    const rates = new Float64Array(width);
    for (let i = 0; i < width; i++) {
      const j = this.#basis[i] as number;
      if (j < 0) continue;
      for (let r = 0; r < width; r++)
        rates[r]! += (worth[j] as number) * (this.#inverse[i * width + r] as number);
    }
    return rates;
  }

  #entering(rates: Float64Array): number | undefined {
    let best = EPSILON;
    let entering: number | undefined;
    for (const j of this.#free) {
      const state = this.#state[j] as number;
      if (state === 2) continue;
      const margin = marginOf(this.#contents, j, rates);
      const gain = state === 0 ? margin : -margin;
      if (gain <= best) continue;
      best = gain;
      entering = j;
    }
    for (const [r, rate] of rates.entries()) {
      if (-rate <= best || this.#basis.includes(-1 - r)) continue;
      best = -rate;
      entering = -1 - r;
    }
    return entering;
  }

  #enter(j: number): void {
    const { width } = this.#contents;
    const change = this.#columnOf(j);
    const sign = j >= 0 && this.#state[j] === 1 ? -1 : 1;
    const range = j >= 0 ? (this.#range[j] as number) : Infinity;
    let step = range;
    let leaving = -1;
    for (let i = 0; i < width; i++) {
      const fall = sign * (change[i] as number);
      const k = this.#basis[i] as number;
      const most = k >= 0 ? (this.#range[k] as number) : Infinity;
      const value = this.#values[i] as number;
      const limit = fall > EPSILON ? value / fall : fall < -EPSILON ? (most - value) / -fall : Infinity;
      if (limit >= step) continue;
      step = Math.max(0, limit);
      leaving = i;
    }
    for (let i = 0; i < width; i++) this.#values[i]! -= sign * step * (change[i] as number);
    if (leaving < 0) {
      this.#state[j] = 1 - (this.#state[j] as number);
      return;
    }
    const out = this.#basis[leaving] as number;
    if (out >= 0) this.#state[out] = sign * (change[leaving] as number) > 0 ? 0 : 1;
    if (j >= 0) this.#state[j] = 2;
    this.#basis[leaving] = j;
    this.#values[leaving] = sign > 0 ? step : range - step;
    this.#pivot(leaving, change);
  }

  /** A column in terms of the basis. */
  #columnOf(j: number): Float64Array {
    const { width, share } = this.#contents;
    return Float64Array.from({ length: width }, (_, i) => {
      if (j < 0) return this.#inverse[i * width - 1 - j] as number;
      let sum = 0;
      for (let r = 0; r < width; r++)
        sum += (this.#inverse[i * width + r] as number) * (share[j * width + r] as number);
      return sum;
    });
  }

  #pivot(row: number, change: Float64Array): void {
    const { width } = this.#contents;
    const inverse = this.#inverse;
    for (let r = 0; r < width; r++) inverse[row * width + r]! /= change[row] as number;
    for (let i = 0; i < width; i++) {
      if (i === row) continue;
      for (let r = 0; r < width; r++)
        inverse[i * width + r]! -= (change[i] as number) * (inverse[row * width + r] as number);
    }
  }
}
