/** How often a tighter bound is tried for, halfway between what is placed and what is not proved impossible. */
const TRIES = 5;

/**
 * Says how many instances of a fleet could be placed at most, whatever their priorities: by the tolls on room in sum, for
 * a linear program over so many services takes too long.
 * @param {any} place
 * @param {any} fleet compiled
 * @param {number} placed
 */
export function placedAtMost({ RoomBound, Instance }, fleet, placed) {
  const all = fleet.workloads.flatMap((workload) =>
    Array.from({ length: workload.replicas }, (_, nth) => new Instance(workload, nth + 1, undefined)),
  );
  let most = all.length;
  for (let nth = 1; nth <= TRIES; nth++) {
    const bound = new RoomBound(fleet, all, fleet.capacity, Infinity);
    bound.proves(Math.floor(placed + (most - placed) / 2));
    most = Math.min(most, Math.floor(bound.value));
  }
  return most;
}
