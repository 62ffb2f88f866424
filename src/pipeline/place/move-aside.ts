import type { Instance } from './instance.ts';
import { MakeRoom } from './make-room.ts';
import { Mobility } from './mobility.ts';
import type { Occupancy } from './occupancy.ts';
import type { Ranking } from './ranking.ts';
import type { Workload } from './workload.ts';

/** How many computes are looked at, at most, before what is left over stays without a place. */
const MOST_LOOKS = 3_000_000;
/** With so many pairs of an instance and a compute, half of them. */
const LARGE = 10_000_000;

/** Lets in whom it can by moving one or two others for each, in rounds, until a round places nothing. */
export function moveAside(occupancy: Occupancy, ranking: Ranking, unplaced: readonly Instance[]): void {
  const makeRoom = new MakeRoom(occupancy, ranking);
  const looks = MOST_LOOKS / (1 + (unplaced.length * occupancy.fleet.size) / LARGE);
  let waiting = unplaced;
  while (waiting.length > 0 && makeRoom.looks < looks) {
    makeRoom.mobility = new Mobility(occupancy);
    const hopeless = new Set<string>();
    const left = waiting.filter((instance) => {
      const kind = kindOf(instance.workload);
      if (hopeless.has(kind)) return true;
      if (ranking.seat(instance) || (makeRoom.looks < looks && makeRoom.for(instance))) return false;
      hopeless.add(kind);
      return true;
    });
    if (left.length === waiting.length) break;
    waiting = left;
  }
}

/** Names those that share their fate: services of one class and priority, unless they have rules of their own. */
function kindOf({ index, priority, rules, spreadMax, avoids, class: class_ }: Workload): string {
  const own = avoids.size > 0 || spreadMax !== Infinity || rules.topologyKey !== undefined;
  return own ? `${index}` : `${class_} ${priority}`;
}
