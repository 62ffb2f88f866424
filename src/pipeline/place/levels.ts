import { WIDTH } from './amounts.ts';
import type { Workload } from './workload.ts';

/** How many amounts of each resource are told apart. */
const LEVELS = 192;

/** Picks for each resource amounts that services ask for, evenly among the different ones, rising. */
export function levelsFor(workloads: readonly Workload[]): Float64Array[] {
  // Services that need the same share the array.
  const mins = new Set(workloads.map(({ min }) => min));
  return Array.from({ length: WIDTH }, (_, r) => {
    const asked = new Set<number>();
    for (const min of mins) asked.add(min[r] as number);
    const amounts = Float64Array.from(asked)
      .sort()
      .filter((amount) => amount > 0);
    const count = Math.min(LEVELS, amounts.length);
    return Float64Array.from({ length: count }, (_amount, nth) => {
      return amounts[Math.floor((nth * amounts.length) / count)] as number;
    });
  });
}

/** Counts the amounts, which rise, that are at most so much. */
export function countUpTo(amounts: Float64Array, most: number): number {
  let low = 0;
  let high = amounts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((amounts[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
