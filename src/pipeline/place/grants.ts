import { RESOURCES } from '../../model/resources.ts';
import { WIDTH } from './amounts.ts';
import { DistinctAmounts } from './distinct-amounts.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** Grants come in these steps, in thousandths: half cores, 256 MB, whole GB of storage, whole GPUs. */
const STEPS = { cores: 500, memory: 256_000, vram: 256_000, nvme: 1000, gpu: 1000 };

/**
 * Grants every instance on a compute its min, and up to its max while the compute stays at or under the ceiling
 * in that resource and leaves every buffer free: high priority first, and those of one priority in fair shares.
 * Between min and max a grant is a whole number of steps. Equal grants are one array.
 */
export class Grants {
  readonly #occupancy: Occupancy;
  readonly #distinct = new DistinctAmounts();
  /** Where the grants of one compute are worked out. */
  readonly #drafts: Float64Array[] = [];

  constructor(occupancy: Occupancy) {
    this.#occupancy = occupancy;
  }

  /** Grants the instances on every compute what they get. */
  everywhere(): void {
    for (let compute = 0; compute < this.#occupancy.fleet.size; compute++) this.on(compute);
  }

  /** Grants the instances on one compute what they get. */
  on(compute: number): void {
    const wanting: Instance[] = [];
    for (const instance of this.#occupancy.on(compute)) {
      const { min, max } = instance.workload;
      if (max !== min) wanting.push(instance);
      instance.more = max === min ? undefined : max;
    }
    const scarce = this.#scarceOn(compute, wanting);
    if (scarce.length === 0) return;
    for (let nth = 0; nth < wanting.length; nth++) {
      const { workload } = wanting[nth] as Instance;
      const draft = (this.#drafts[nth] ??= new Float64Array(WIDTH));
      draft.set(workload.max);
      (wanting[nth] as Instance).more = draft;
    }
    for (const r of scarce) {
      share(
        wanting.filter((instance) => want(instance, r) > 0),
        r,
        headroom(this.#occupancy, compute, r),
      );
    }
    for (const instance of wanting) instance.more = this.#distinct.of(instance.granted);
  }

  /** Lists the resources of which not all can be granted what they want. */
  #scarceOn(compute: number, wanting: readonly Instance[]): number[] {
    const scarce: number[] = [];
    for (let r = 0; r < WIDTH; r++) {
      let sum = 0;
      for (const instance of wanting) sum += want(instance, r);
      if (sum > 0 && sum > headroom(this.#occupancy, compute, r)) scarce.push(r);
    }
    return scarce;
  }
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
    instance.granted[r] = granted;
    left -= granted - (min[r] as number);
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
