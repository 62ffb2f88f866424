import type { OccupancyFilter, Refusal } from './filters/filter.ts';
import { OCCUPANCY_FILTERS } from './filters/occupancy.ts';
import { STANDING_FILTERS } from './filters/standing.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

const LOCAL_FILTERS = OCCUPANCY_FILTERS.filter(({ local }) => local);
const SPARSE_FILTERS = OCCUPANCY_FILTERS.filter((filter) => 'rejected' in filter);
/** Every choice of them; the nth of them is in those whose number has bit n. */
const SPARSE_CHOICES: readonly (readonly OccupancyFilter[])[] = Array.from(
  { length: 1 << SPARSE_FILTERS.length },
  (_, choice) => SPARSE_FILTERS.filter((_filter, nth) => (choice & (1 << nth)) !== 0),
);

/** Picks the occupancy rules that have anything to say about a service. */
function filtersFor(workload: Workload): OccupancyFilter[] {
  return OCCUPANCY_FILTERS.filter((filter) => filter.concerns(workload));
}

/** Picks those of them that reject few computes and can list them. */
export function sparseFiltersFor(workload: Workload): readonly OccupancyFilter[] {
  let choice = 0;
  for (let nth = 0; nth < SPARSE_FILTERS.length; nth++) {
    if (SPARSE_FILTERS[nth]?.concerns(workload)) choice |= 1 << nth;
  }
  return SPARSE_CHOICES[choice] as readonly OccupancyFilter[];
}

/** Tells whether every hard rule admits one more instance of a service to a compute. */
export function admits(occupancy: Occupancy, workload: Workload, compute: number): boolean {
  return allow(OCCUPANCY_FILTERS, occupancy, workload, compute);
}

/** Tells whether every hard rule does that looks at this compute only. */
export function admitsLocally(occupancy: Occupancy, workload: Workload, compute: number): boolean {
  return allow(LOCAL_FILTERS, occupancy, workload, compute);
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

function allow(
  filters: readonly OccupancyFilter[],
  occupancy: Occupancy,
  workload: Workload,
  compute: number,
): boolean {
  if (workload.eligibility.mask[compute] !== 1) return false;
  for (const filter of filters) {
    if (filter.concerns(workload) && filter.rejects(occupancy, workload, compute)) return false;
  }
  return true;
}
