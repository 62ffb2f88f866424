import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** Lists those without a place that some compute would have room for, if it were empty. */
export function hopefulOf({ fleet }: Occupancy, instances: readonly Instance[]): Instance[] {
  const known = new Map<number, boolean>();
  return instances.filter(({ placed, workload }) => {
    if (placed) return false;
    const fits = known.get(workload.class) ?? fitsSomewhere(workload, fleet.size, fleet.capacity);
    known.set(workload.class, fits);
    return fits;
  });
}

function fitsSomewhere(
  { asked, min, buffer, eligibility }: Workload,
  size: number,
  capacity: Float64Array,
): boolean {
  return eligibility.mask.some((mark, compute) => {
    if (mark !== 1) return false;
    return asked.every((r) => {
      return (min[r] as number) + (buffer[r] as number) <= (capacity[r * size + compute] as number);
    });
  });
}
