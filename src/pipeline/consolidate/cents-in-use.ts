import type { Placement } from '../../model/placement.ts';
import type { Yard } from './yard.ts';

/** What the computes with at least one instance cost per month; `cents` are prices by compute. */
export function centsInUse(
  { sites }: Pick<Yard, 'sites'>,
  cents: Float64Array,
  placements: readonly Placement[],
): number {
  let sum = 0;
  for (const name of new Set(placements.map(({ compute }) => compute)))
    sum += cents[sites.indexOf(name) ?? -1] ?? 0;
  return sum;
}
