import { WIDTH } from './amounts.ts';
import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Ranking } from './ranking.ts';

/**
 * Chooses anew who is let in where not everybody is: of the newcomers of a priority that lacks places, and of
 * those below it, as many of the smallest are placed as there is room for in sum, the largest of them first,
 * and then the others, the smallest first. What was there before stays where it is. A rule of thumb: it is kept
 * only where it places more, priority by priority.
 */
export function readmit(occupancy: Occupancy, ranking: Ranking, newcomers: readonly Instance[]): void {
  const first = Math.max(
    ...newcomers.filter(({ placed }) => !placed).map(({ workload }) => workload.priority),
  );
  const affected = newcomers.filter(({ workload }) => workload.priority <= first);
  const before = affected.map(({ compute, candidates, percentAfter }) => ({
    compute,
    candidates,
    percentAfter,
  }));
  const counted = (): Map<number, number> => countsOf(affected);
  const old = counted();
  for (const instance of affected) if (instance.placed) occupancy.take(instance);
  const sizes = sizesIn(occupancy, affected);
  const smallest = [...affected].sort(
    (a, b) =>
      b.workload.priority - a.workload.priority ||
      (sizes.get(a) as number) - (sizes.get(b) as number) ||
      byUrgency(a, b),
  );
  for (const priority of [...old.keys()].sort((a, b) => b - a)) {
    const wave = smallest.filter(({ workload }) => workload.priority === priority);
    const admitted = wave.slice(0, fitting(occupancy, wave)).reverse();
    for (const instance of [...admitted, ...wave]) if (!instance.placed) ranking.seat(instance);
  }
  const now = counted();
  const decisive = [...old.keys()]
    .sort((a, b) => b - a)
    .find((priority) => now.get(priority) !== old.get(priority));
  if (decisive !== undefined && (now.get(decisive) as number) > (old.get(decisive) as number)) return;
  for (const instance of affected) if (instance.placed) occupancy.take(instance);
  for (const [nth, instance] of affected.entries()) {
    const { compute, ...choice } = before[nth] as (typeof before)[number];
    if (compute >= 0) occupancy.put(instance, compute);
    Object.assign(instance, choice);
  }
}

/** Counts those placed of each priority. */
function countsOf(instances: readonly Instance[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { placed, workload } of instances) {
    counts.set(workload.priority, (counts.get(workload.priority) ?? 0) + Number(placed));
  }
  return counts;
}

/** Rates each instance by its largest share of what is left over. */
function sizesIn(occupancy: Occupancy, instances: readonly Instance[]): Map<Instance, number> {
  const left = leftOver(occupancy);
  return new Map(
    instances.map((instance) => {
      const { asked, min } = instance.workload;
      return [
        instance,
        Math.max(0, ...asked.map((r) => (min[r] as number) / Math.max(1, left[r] as number))),
      ];
    }),
  );
}

/** Counts how many, from the first on, ask together for no more than is left over. */
function fitting(occupancy: Occupancy, instances: readonly Instance[]): number {
  const left = leftOver(occupancy);
  const fit = instances.findIndex(({ workload: { asked, min } }) => {
    for (const r of asked) left[r]! -= min[r] as number;
    return left.some((amount) => amount < 0);
  });
  return fit < 0 ? instances.length : fit;
}

function leftOver({ fleet, free }: Occupancy): Float64Array {
  const left = new Float64Array(WIDTH);
  for (let compute = 0; compute < fleet.size; compute++) {
    if (fleet.sites.active[compute] !== 1) continue;
    for (let r = 0; r < WIDTH; r++) left[r]! += Math.max(0, free[r * fleet.size + compute] as number);
  }
  return left;
}
