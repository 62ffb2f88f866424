import type { Fleet } from './fleet.ts';
import type { Workload } from './workload.ts';

/**
 * Bounds how many instances of a service could have a place if it had the fleet to itself: what empty computes hold, at
 * most its spreadMax on each, and no more at one value of its topology key than the value's share.
 */
export function mostAlone(fleet: Fleet, workload: Workload): number {
  const { replicas, eligibility } = workload;
  const { topology } = eligibility;
  if (topology === undefined) return mostOn(fleet, workload, undefined, replicas);
  const values = topology.values.length;
  if (values === 0) return 0;
  const evenShare = Math.floor(replicas / values);
  let [most, above] = [0, 0];
  for (const members of topology.members) {
    const held = mostOn(fleet, workload, members, evenShare + 1);
    most += Math.min(held, evenShare);
    if (held > evenShare) above++;
  }
  return most + Math.min(above, replicas % values);
}

/** Counts what some computes hold, or all of them, as far as it is no more than enough. */
function mostOn(fleet: Fleet, workload: Workload, computes: Int32Array | undefined, enough: number): number {
  const { mask } = workload.eligibility;
  const count = computes?.length ?? fleet.size;
  let most = 0;
  for (let nth = 0; nth < count && most < enough; nth++) {
    const compute = computes?.[nth] ?? nth;
    if (mask[compute] === 1) most += heldBy(fleet, workload, compute);
  }
  return Math.min(most, enough);
}

/** Counts what one compute holds that is empty otherwise. */
function heldBy(
  { capacity, size }: Fleet,
  { asked, min, buffer, spreadMax }: Workload,
  compute: number,
): number {
  let held = spreadMax;
  for (let nth = 0; nth < asked.length; nth++) {
    const r = asked[nth] as number;
    const room = (capacity[r * size + compute] as number) - (buffer[r] as number);
    if (room < 0) return 0;
    if ((min[r] as number) > 0) held = Math.min(held, Math.floor(room / (min[r] as number)));
  }
  return held;
}
