/** What one host may be filled with, candidate by candidate; every resource is counted in hosts. */
export interface Contents {
  readonly width: number;
  /** What one instance is worth. */
  readonly worth: Float64Array;
  /** What one instance takes of the host: `candidate * width + resource`. */
  readonly share: Float64Array;
  /** The candidates that are worth most for their room first. */
  readonly order: readonly number[];
}

/** The best filling that need not be whole. */
export interface Relaxation {
  /** No filling is worth more; -Infinity where none keeps to the limits. */
  readonly bound: number;
  /** How many of each candidate. */
  readonly counts: Float64Array;
  /** What each resource of the host is worth. */
  readonly rates: Float64Array;
}

const EPSILON = 1e-9;

/** More pivots than any case takes; the bound holds after any number. */
const PIVOTS = 1_000;

/**
 * Fills a host with between `lower` and `upper` of each candidate within `room`, parts of instances allowed, by the
 * primal simplex method: a handful of resources makes its basis tiny. The bound is read from the dual side, so that it
 * holds for any rates (weak duality), and rounding cannot make it wrong.
 */
export function relax(
  contents: Contents,
  lower: Int32Array,
  upper: Int32Array,
  room: Float64Array,
): Relaxation {
  const { width, worth, share, order } = contents;
  const counts = new Float64Array(lower);
  const left = room.slice();
  let base = 0;
  for (let j = 0; j < lower.length; j++) {
    const count = lower[j] as number;
    if (count === 0) continue;
    base += count * (worth[j] as number);
    for (let r = 0; r < width; r++) left[r]! -= count * (share[j * width + r] as number);
  }
  if (left.some((amount) => amount < -EPSILON))
    return { bound: -Infinity, counts, rates: new Float64Array(width) };
  const free = order.filter((j) => (upper[j] as number) > (lower[j] as number));
  const simplex = new Simplex(contents, free, lower, upper, left);
  const rates = simplex.run(counts);
  let bound = base;
  for (let r = 0; r < width; r++) bound += (rates[r] as number) * Math.max(0, left[r] as number);
  for (const j of free) {
    const margin = marginOf(contents, j, rates);
    if (margin > 0) bound += margin * ((upper[j] as number) - (lower[j] as number));
  }
  return { bound, counts, rates };
}

/** What an instance of a candidate is worth beyond the resources that it takes. */
export function marginOf({ width, worth, share }: Contents, j: number, rates: Float64Array): number {
  let margin = worth[j] as number;
  for (let r = 0; r < width; r++) margin -= (rates[r] as number) * (share[j * width + r] as number);
  return margin;
}

/** Columns are the free candidates; after them, -1 - r is the slack of resource r. */
class Simplex {
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
