import type { RoomExplanation } from '../../model/explanation.ts';
import { admitsLocally } from './admission.ts';
import { vectorFrom } from './amounts.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** Lists the services of which a compute could take one more, class by class, and how many of each fit. */
export function explainRoom(occupancy: Occupancy, compute: number): RoomExplanation[] {
  const classes = new Map<string, Workload[]>();
  for (const workload of occupancy.fleet.workloads) {
    if (workload.replicas === 0 || !fits(occupancy, workload, compute)) continue;
    const key = `${workload.class} ${workload.spreadMax}`;
    const list = classes.get(key);
    if (list) list.push(workload);
    else classes.set(key, [workload]);
  }
  return [...classes.values()]
    .map((workloads) => ({
      services: workloads.map(({ name }) => name),
      min: vectorFrom((workloads[0] as Workload).min),
      count: Math.max(...workloads.map((workload) => countOf(occupancy, workload, compute))),
    }))
    .sort((a, b) => b.count - a.count || ((a.services[0] ?? '') < (b.services[0] ?? '') ? -1 : 1))
    .map((room) => ({ ...room, count: room.count === Infinity ? null : room.count }));
}

/** A share of a topology value is given back when another instance of the service moves, so it is not asked for. */
function fits(occupancy: Occupancy, workload: Workload, compute: number): boolean {
  return admitsLocally(occupancy, workload, compute);
}

function countOf(occupancy: Occupancy, workload: Workload, compute: number): number {
  const { fleet, used, buffer } = occupancy;
  const { min, buffer: own, asked, spreadMax, index } = workload;
  let count = Infinity;
  for (const r of asked) {
    const at = r * fleet.size + compute;
    const kept = Math.max(buffer[at] as number, own[r] as number);
    const left = (fleet.capacity[at] as number) - (used[at] as number) - kept;
    if ((min[r] as number) > 0) count = Math.min(count, Math.floor(left / (min[r] as number)));
  }
  return Math.min(count, spreadMax - (occupancy.homesOf(index).get(compute) ?? 0));
}
