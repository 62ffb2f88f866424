import type { Contents } from './contents.ts';
import { marginOf } from './contents.ts';
import { Simplex } from './simplex.ts';

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
