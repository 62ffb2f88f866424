import { admits } from './admission.ts';
import type { Occupancy } from './occupancy.ts';
import { pinnedAsks } from './pinned-asks.ts';
import type { Roster } from './roster.ts';

/**
 * Puts each pinned instance on its compute, before everything else; one that the rules forbid there stays out.
 * Where what is allocated does not fit and min does, the plan grants it what it can.
 */
export function pin(occupancy: Occupancy, rosters: readonly Roster[]): void {
  for (const instance of rosters.flatMap(({ pinned }) => pinned)) {
    const compute = occupancy.fleet.sites.indexOf(instance.pin?.compute ?? '');
    if (compute === undefined) continue;
    instance.workload = pinnedAsks(occupancy, instance, compute);
    if (admits(occupancy, instance.workload, compute)) occupancy.put(instance, compute);
  }
}
