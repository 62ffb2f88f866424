import type { OccupancyFilter, Refusal } from './filters/filter.ts';
import { OCCUPANCY_FILTERS } from './filters/occupancy.ts';
import { STANDING_FILTERS } from './filters/standing.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** Picks the occupancy rules that have anything to say about a service. */
export function filtersFor(workload: Workload): OccupancyFilter[] {
  return OCCUPANCY_FILTERS.filter((filter) => filter.concerns(workload));
}

/** Picks those of them that look at one compute only. */
export function localFiltersFor(workload: Workload): OccupancyFilter[] {
  return filtersFor(workload).filter(({ local }) => local);
}

/** Tells whether every hard rule admits one more instance of a service to a compute. */
export function admits(
  occupancy: Occupancy,
  workload: Workload,
  compute: number,
  filters: readonly OccupancyFilter[] = filtersFor(workload),
): boolean {
  if (workload.eligibility.mask[compute] !== 1) return false;
  for (const filter of filters) if (filter.rejects(occupancy, workload, compute)) return false;
  return true;
}

/** Says which rule keeps an instance from a compute, the first in order; undefined when none does. */
export function refusalOf(occupancy: Occupancy, workload: Workload, compute: number): Refusal | undefined {
  for (const filter of STANDING_FILTERS) {
    const refusal = filter.refusal(occupancy.fleet.sites, workload.rules, compute);
    if (refusal) return refusal;
  }
  const filter = filtersFor(workload).find((rule) => rule.rejects(occupancy, workload, compute));
  return filter?.refusal(occupancy, workload, compute);
}
