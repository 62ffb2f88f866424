import type { Instance } from './instance.ts';
import { mostAlone } from './most-alone.ts';
import type { Occupancy } from './occupancy.ts';

/**
 * Lists those without a place that might have one if everybody else left: the first of each service, as many as it could
 * have alone beside those that it has.
 */
export function hopefulOf({ fleet, seated }: Occupancy, instances: readonly Instance[]): Instance[] {
  const left = new Map<number, number>();
  return instances.filter(({ placed, workload }) => {
    if (placed) return false;
    const { index } = workload;
    const more = left.get(index) ?? mostAlone(fleet, workload) - (seated[index] as number);
    left.set(index, more - 1);
    return more > 0;
  });
}
