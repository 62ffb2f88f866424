import { DIMENSIONS } from './box.ts';
import type { Grid } from './grid.ts';

/** Steps of a grid in one dimension: stretches as `first, last` pairs, ascending, with gaps between them. */
export type Steps = readonly number[];

/**
 * Cells of a grid: the steps that are left in each dimension. They may have gaps, so taking away a box that spans all
 * dimensions but one leaves one region and not two.
 */
export type Region = readonly Steps[];

/** What two boxes of a grid have in common; they must overlap. */
export function regionOf(grid: Grid, a: number, b: number): Region {
  return DIMENSIONS.map((_, side) => [
    Math.max(grid.first(a, side), grid.first(b, side)),
    Math.min(grid.last(a, side), grid.last(b, side)),
  ]);
}

export function firstOf(steps: Steps): number {
  return steps[0] as number;
}

export function lastOf(steps: Steps): number {
  return steps[steps.length - 1] as number;
}

/** Tells whether some steps are from `first` to `last`. */
export function anyWithin(steps: Steps, first: number, last: number): boolean {
  let [low, high] = [0, steps.length >> 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle * 2 + 1] as number) < first) low = middle + 1;
    else high = middle;
  }
  return low * 2 < steps.length && (steps[low * 2] as number) <= last;
}

/** The steps from `first` to `last`. */
export function within(steps: Steps, first: number, last: number): Steps {
  const kept: number[] = [];
  for (let at = 0; at < steps.length; at += 2) {
    const [from, to] = [Math.max(steps[at] as number, first), Math.min(steps[at + 1] as number, last)];
    if (from <= to) kept.push(from, to);
  }
  return kept;
}

/** The steps outside some stretches, which follow each other and do not overlap. */
export function outside(steps: Steps, stretches: readonly (readonly [first: number, last: number])[]): Steps {
  const kept: number[] = [];
  let next = 0;
  for (let at = 0; at < steps.length; at += 2) {
    let from = steps[at] as number;
    const to = steps[at + 1] as number;
    while (next > 0 && (stretches[next - 1]?.[1] ?? -1) >= from) next--;
    for (; next < stretches.length; next++) {
      const [first, last] = stretches[next] as readonly [number, number];
      if (first > to) break;
      if (last < from) continue;
      if (first > from) kept.push(from, first - 1);
      from = Math.max(from, last + 1);
      if (from > to) break;
    }
    if (from <= to) kept.push(from, to);
  }
  return kept;
}
