import type { PlannedPlacement } from '../../model/placement.ts';
import { RESOURCES } from '../../model/resources.ts';
import type { Cargo, Yard } from './yard.ts';

/** What stays on one compute, whatever becomes of the others. */
export interface Stay {
  /** What it uses, in thousandths. */
  readonly used: Float64Array;
  /** The highest buffer that any of it asks for. */
  readonly buffer: Float64Array;
  /** How many instances of each service, by the service's index. */
  readonly counts: Map<number, number>;
}

/** Adds up what stays, by compute. */
export function staysOf(yard: Yard, staying: readonly PlannedPlacement[]): Map<number, Stay> {
  const cargo = new Map(yard.workloads.map((workload) => [workload.name, workload]));
  const stays = new Map<number, Stay>();
  for (const placement of staying) {
    const workload = cargo.get(placement.service);
    const compute = yard.sites.indexOf(placement.compute);
    if (!workload || compute === undefined) continue;
    let stay = stays.get(compute);
    if (!stay) {
      stay = { used: new Float64Array(WIDTH), buffer: new Float64Array(WIDTH), counts: new Map() };
      stays.set(compute, stay);
    }
    const used = usedBy(workload, placement);
    for (let r = 0; r < WIDTH; r++) {
      stay.used[r]! += used[r] as number;
      stay.buffer[r] = Math.max(stay.buffer[r] as number, workload.buffer[r] as number);
    }
    stay.counts.set(workload.index, (stay.counts.get(workload.index) ?? 0) + 1);
  }
  return stays;
}

const WIDTH = RESOURCES.length;

/** An instance uses its min, or what an Assignment allocates to it where that was granted. */
function usedBy(workload: Cargo, { pinned, compute, granted }: PlannedPlacement): Float64Array {
  const allocated = pinned && workload.pins.find((pin) => pin.compute === compute)?.allocated;
  if (!allocated) return workload.min;
  return workload.min.map((min, r) => {
    const fixed = allocated[r] as number;
    const most = Math.min(workload.max[r] as number, Math.round(granted[RESOURCES[r] ?? 'cores'] * 1000));
    return Number.isNaN(fixed) ? min : Math.max(min, Math.min(fixed, most));
  });
}
