import { admits } from './admission.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/**
 * Goes through every smallest set of guests whose leaving lets one more instance of a service onto a compute:
 * without any one of the set there would be no room. The visitor finds the set taken off; where it answers true
 * they stay off and the search ends. Of guests of one service that stand side by side in the list, the first
 * leave first. Counts what it tries, and stops where `mayGoOn` says so.
 */
export function leaveTogether(
  occupancy: Occupancy,
  workload: Workload,
  compute: number,
  guests: readonly Instance[],
  most: number,
  mayGoOn: () => boolean,
  visit: (leavers: readonly Instance[]) => boolean,
): boolean {
  const leavers: Instance[] = [];

  const isSmallest = (): boolean =>
    leavers.every((one) => {
      occupancy.put(one, compute);
      const needless = admits(occupancy, workload, compute);
      occupancy.take(one);
      return !needless;
    });

  const extend = (from: number): boolean => {
    if (!mayGoOn()) return false;
    if (admits(occupancy, workload, compute)) return isSmallest() && visit(leavers);
    if (leavers.length >= most) return false;
    for (let nth = from; nth < guests.length; nth++) {
      const guest = guests[nth] as Instance;
      if (nth > from && guest.workload === guests[nth - 1]?.workload) continue;
      occupancy.take(guest);
      leavers.push(guest);
      if (extend(nth + 1)) return true;
      leavers.pop();
      occupancy.put(guest, compute);
    }
    return false;
  };

  return wouldDo(occupancy, workload, compute, guests) && extend(0);
}

/** Tells whether there is room once all of them have left. */
function wouldDo(
  occupancy: Occupancy,
  workload: Workload,
  compute: number,
  guests: readonly Instance[],
): boolean {
  for (const guest of guests) occupancy.take(guest);
  const enough = admits(occupancy, workload, compute);
  for (const guest of guests) occupancy.put(guest, compute);
  return enough;
}
