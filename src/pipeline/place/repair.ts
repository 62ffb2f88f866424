import type { Instance } from './instance.ts';
import { byUrgency } from './instance.ts';
import { MakeRoom } from './make-room.ts';
import { Mobility } from './mobility.ts';
import type { Occupancy } from './occupancy.ts';
import { Ranking } from './ranking.ts';
import type { Workload } from './workload.ts';

/** How many computes are looked at before what is left over stays without a place. */
const LOOKS = 60_000_000;

/**
 * Places what found no place by moving as few others as possible, in rounds, until a round places nothing. Its
 * budget is counted in computes looked at, not in seconds, so that the same input gives the same outcome.
 */
export function repair(occupancy: Occupancy, unplaced: readonly Instance[]): void {
  const ranking = new Ranking(occupancy);
  const makeRoom = new MakeRoom(occupancy, ranking);
  let waiting = [...unplaced].sort(byUrgency);
  while (waiting.length > 0 && makeRoom.looks < LOOKS) {
    makeRoom.mobility = new Mobility(occupancy);
    const hopeless = new Set<string>();
    const left = waiting.filter((instance) => {
      const kind = kindOf(instance.workload);
      if (hopeless.has(kind)) return true;
      if (ranking.seat(instance) || (makeRoom.looks < LOOKS && makeRoom.for(instance))) return false;
      hopeless.add(kind);
      return true;
    });
    if (left.length === waiting.length) break;
    waiting = left;
  }
  for (const instance of waiting) ranking.seat(instance);
}

/** Names those that share their fate: services of one class and priority, unless they have rules of their own. */
function kindOf({ index, priority, rules, avoids, class: class_ }: Workload): string {
  const own = avoids.size > 0 || rules.spreadMax !== undefined || rules.topologyKey !== undefined;
  return own ? `${index}` : `${class_} ${priority}`;
}
