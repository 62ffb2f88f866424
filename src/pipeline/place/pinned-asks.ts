import { admits } from './admission.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** What a pinned instance asks of a compute: what is allocated to it, or where that does not fit, what its service needs. */
export function pinnedAsks(occupancy: Occupancy, { workload }: Instance, compute: number): Workload {
  if (admits(occupancy, workload, compute)) return workload;
  return occupancy.fleet.workloads[workload.index] as Workload;
}
