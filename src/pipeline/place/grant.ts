import { RESOURCES } from '../../model/resources.ts';
import { WIDTH } from './amounts.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** Grants come in these steps, in thousandths: half cores, 256 MB, whole GB of storage, whole GPUs. */
const STEPS = { cores: 500, memory: 256_000, vram: 256_000, nvme: 1000, gpu: 1000 };

/** Grants the instances on every compute what they get. */
export function grant(occupancy: Occupancy): void {
  for (let compute = 0; compute < occupancy.fleet.size; compute++) grantOn(occupancy, compute);
}

/**
 * Grants every instance on a compute its min, and up to its max while the compute stays at or under the ceiling
 * in that resource and leaves every buffer free: high priority first, and those of one priority in fair shares.
 * Between min and max a grant is a whole number of steps.
 */
export function grantOn(occupancy: Occupancy, compute: number): void {
  const instances = occupancy.on(compute);
  for (const instance of instances) instance.more = undefined;
  const wanting = instances.filter(({ workload: { max, min } }) => max !== min);
  if (wanting.length === 0) return;
  const wanted: number[] = [];
  const scarce: number[] = [];
  for (let r = 0; r < WIDTH; r++) {
    let sum = 0;
    for (const instance of wanting) sum += want(instance, r);
    if (sum > 0) wanted.push(r);
    if (sum > 0 && sum > headroom(occupancy, compute, r)) scarce.push(r);
  }
  for (const instance of wanting) instance.more = scarce.length === 0 ? instance.workload.max : undefined;
  if (scarce.length === 0) return;
  for (const r of wanted) {
    const some = wanting.filter((instance) => want(instance, r) > 0);
    if (scarce.includes(r)) share(some, r, headroom(occupancy, compute, r));
    else for (const instance of some) setGrant(instance, r, instance.workload.max[r] as number);
  }
}

function setGrant(instance: Instance, r: number, granted: number): void {
  (instance.more ??= instance.workload.min.slice())[r] = granted;
}

function want({ workload: { max, min } }: Instance, r: number): number {
  return (max[r] as number) - (min[r] as number);
}

/** Says how much of a resource may be granted above the mins. */
function headroom({ fleet, used, buffer }: Occupancy, compute: number, r: number): number {
  const at = r * fleet.size + compute;
  const limit = Math.min(
    fleet.ceiling[at] as number,
    (fleet.capacity[at] as number) - (buffer[at] as number),
  );
  return limit - (used[at] as number);
}

/** Shares out a resource: who wants least is served first, so that the others divide what it leaves. */
function share(wanting: Instance[], r: number, spare: number): void {
  wanting.sort(
    (a, b) => b.workload.priority - a.workload.priority || want(a, r) - want(b, r) || byUrgency(a, b),
  );
  let left = spare;
  let end = 0;
  for (const [nth, instance] of wanting.entries()) {
    const { priority, min } = instance.workload;
    while (end < wanting.length && wanting[end]?.workload.priority === priority) end++;
    const granted = stepDown(instance, r, Math.floor(left / (end - nth)));
    const above = granted - (min[r] as number);
    if (above === 0) continue;
    setGrant(instance, r, granted);
    left -= above;
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
