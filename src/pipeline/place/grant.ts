import { RESOURCES } from '../../model/resources.ts';
import { WIDTH } from './amounts.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** Grants come in these steps, in thousandths: half cores, 256 MB, whole GB of storage, whole GPUs. */
const STEPS = { cores: 500, memory: 256_000, vram: 256_000, nvme: 1000, gpu: 1000 };

/**
 * Grants every instance its min, and up to its max while its compute stays at or under the ceiling in that
 * resource and leaves every buffer free: high priority first, and those of one priority in fair shares. Between
 * min and max a grant is a whole number of steps.
 */
export function grant(occupancy: Occupancy): Map<Instance, Float64Array> {
  const grants = new Map<Instance, Float64Array>();
  for (let compute = 0; compute < occupancy.fleet.sites.names.length; compute++) {
    const instances = [...occupancy.on(compute)].sort(byUrgency);
    for (const instance of instances) grants.set(instance, instance.workload.min.slice());
    for (let r = 0; r < WIDTH; r++) share(instances, r, headroom(occupancy, compute, r), grants);
  }
  return grants;
}

/** Says how much of a resource may be granted above the mins. */
function headroom({ fleet, used, buffer }: Occupancy, compute: number, r: number): number {
  const at = compute * WIDTH + r;
  const limit = Math.min(
    fleet.ceiling[at] as number,
    (fleet.capacity[at] as number) - (buffer[at] as number),
  );
  return limit - (used[at] as number);
}

/** Shares out a resource: who wants least is served first, so that the others divide what it leaves. */
function share(
  instances: readonly Instance[],
  r: number,
  spare: number,
  grants: Map<Instance, Float64Array>,
): void {
  const want = ({ workload }: Instance): number => (workload.max[r] as number) - (workload.min[r] as number);
  const wanting = instances
    .filter((instance) => want(instance) > 0)
    .sort((a, b) => b.workload.priority - a.workload.priority || want(a) - want(b) || byUrgency(a, b));
  let left = spare;
  for (const [nth, instance] of wanting.entries()) {
    const { priority } = instance.workload;
    const peers = wanting.slice(nth).filter(({ workload }) => workload.priority === priority).length;
    const granted = stepDown(instance, r, Math.floor(left / peers));
    (grants.get(instance) as Float64Array)[r] = granted;
    left -= granted - (instance.workload.min[r] as number);
  }
}

/** Says what an instance is granted when so much above its min is offered to it. */
function stepDown({ workload }: Instance, r: number, offer: number): number {
  const min = workload.min[r] as number;
  const max = workload.max[r] as number;
  if (min + offer >= max) return max;
  const step = STEPS[RESOURCES[r] ?? 'cores'];
  return Math.max(min, Math.floor((min + offer) / step) * step);
}
