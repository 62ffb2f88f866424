import { admits } from './admission.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** How many guests are tried on one compute. */
const STEPS = 2000;

/**
 * Finds the largest group of guests that a compute can hold together, of at least so many; of equally large
 * ones the first in the order given. Nobody else is on the compute who could leave it, and nobody is after.
 * Proved to be the largest, unless the steps run out: then undefined, as where there is no such group.
 */
export function mostTogether(
  occupancy: Occupancy,
  guests: readonly Instance[],
  compute: number,
  least: number,
): readonly Instance[] | undefined {
  const together: Instance[] = [];
  let best: readonly Instance[] | undefined;
  let steps = STEPS;

  const extend = (nth: number): void => {
    const wanted = best ? best.length + 1 : least;
    if (together.length + guests.length - nth < wanted || steps <= 0) return;
    const guest = guests[nth];
    if (!guest) {
      best = [...together];
      return;
    }
    steps--;
    if (admits(occupancy, guest.workload, compute)) {
      occupancy.put(guest, compute);
      together.push(guest);
      extend(nth + 1);
      together.pop();
      occupancy.take(guest);
    }
    extend(nth + 1);
  };

  extend(0);
  return steps > 0 ? best : undefined;
}
