import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Eligibility } from './workload.ts';

/**
 * Tells whether the amounts alone prove that not all but so many of these instances can have a place: those that
 * may only be on some computes ask for more than these have, the largest left out. Moving changes nothing about it.
 */
export function roomForbids(occupancy: Occupancy, instances: readonly Instance[], out: number): boolean {
  const eligibilities = new Set(instances.map(({ workload }) => workload.eligibility));
  return [...eligibilities].some((eligibility) => {
    const bound = instances.filter(({ workload }) => isWithin(workload.eligibility, eligibility));
    const asked = new Set(bound.flatMap(({ workload }) => workload.asked));
    return [...asked].some((r) => {
      const amounts = bound.map(({ workload }) => workload.min[r] as number).sort((a, b) => a - b);
      const least = amounts.slice(0, Math.max(0, amounts.length - out)).reduce((sum, one) => sum + one, 0);
      return least > capacityOf(occupancy, eligibility, r);
    });
  });
}

function isWithin(inner: Eligibility, outer: Eligibility): boolean {
  return inner.bits.every((word, nth) => (word & ~(outer.bits[nth] as number)) === 0);
}

/** Adds up what eligible computes have, but for what is pinned there. */
function capacityOf(occupancy: Occupancy, { mask }: Eligibility, r: number): number {
  const { fleet } = occupancy;
  let sum = 0;
  for (let compute = 0; compute < fleet.size; compute++) {
    if (mask[compute] !== 1) continue;
    sum += fleet.capacity[r * fleet.size + compute] as number;
    for (const { pin, workload } of occupancy.on(compute)) if (pin) sum -= workload.min[r] as number;
  }
  return sum;
}
