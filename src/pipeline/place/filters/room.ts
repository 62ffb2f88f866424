import type { Resource } from '../../../model/resources.ts';
import { RESOURCES } from '../../../model/resources.ts';
import { describeAmount } from '../amounts.ts';
import type { Occupancy } from '../occupancy.ts';
import type { Workload } from '../workload.ts';
import type { OccupancyFilter } from './filter.ts';

/** The min fits in every resource, and every buffer asked for on the compute stays free. */
export const room: OccupancyFilter = {
  local: true,
  concerns() {
    return true;
  },
  rejects(occupancy, workload, compute) {
    for (const r of workload.asked) if (shortage(occupancy, workload, compute, r) > 0) return true;
    return false;
  },
  refusal(occupancy, workload, compute) {
    const { resource, missing } = worstShortage(occupancy, workload, compute);
    const text = `${resource} short by ${describeAmount(resource, missing)}`;
    return { reason: text, cause: text };
  },
};

/** Says by how many thousandths one resource falls short for one more instance; 0 or less when it does not. */
export function shortage(occupancy: Occupancy, workload: Workload, compute: number, r: number): number {
  const at = r * occupancy.fleet.size + compute;
  const buffer = Math.max(occupancy.buffer[at] as number, workload.buffer[r] as number);
  const needed = (occupancy.used[at] as number) + (workload.min[r] as number) + buffer;
  return needed - (occupancy.fleet.capacity[at] as number);
}

/** Finds the resource that falls short by the largest part of what one more instance asks for. */
export function worstShortage(
  occupancy: Occupancy,
  workload: Workload,
  compute: number,
): { resource: Resource; missing: number; part: number } {
  let worst: { resource: Resource; missing: number; part: number } = {
    resource: 'cores',
    missing: 0,
    part: 0,
  };
  for (const [r, resource] of RESOURCES.entries()) {
    const missing = shortage(occupancy, workload, compute, r);
    const asked = (workload.min[r] as number) + (workload.buffer[r] as number);
    const part = missing > 0 ? missing / Math.max(asked, 1) : 0;
    if (part > worst.part) worst = { resource, missing, part };
  }
  return worst;
}
