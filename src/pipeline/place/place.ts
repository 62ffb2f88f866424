import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../../model/placement.ts';
import { compile } from './compile.ts';
import type { Fleet } from './fleet.ts';
import { grant } from './grant.ts';
import type { Enrolled } from './greedy.ts';
import { greedy } from './greedy.ts';
import type { Instance } from './instance.ts';
import { explainLeaving } from './keep.ts';
import { outcomeOf } from './outcome.ts';
import { repair } from './repair.ts';
import { seatPins } from './seat-pins.ts';
import { standingOf, waitingOf } from './standing.ts';

/**
 * Decides for every instance of every service on which compute it runs and what it is granted. What the last
 * apply left stays where it is while every rule holds. The same input gives the same outcome, in any order.
 */
export function place(
  graph: Graph,
  recorded: readonly Placement[],
  policy: PlacementPolicy,
): PlacementOutcome {
  return placeOn(compile(graph, policy), recorded);
}

/** Does the same on a fleet that is compiled. */
export function placeOn(fleet: Fleet, recorded: readonly Placement[]): PlacementOutcome {
  const { occupancy, enrolled } = standingOf(fleet, recorded);
  explainLeaving(occupancy, leavingOf(enrolled));
  greedy(occupancy, enrolled);
  repair(occupancy, waitingOf(enrolled));

  const instances = enrolled.map((group) => group.instances);
  seatPins(instances);
  grant(occupancy);
  return outcomeOf(occupancy, instances);
}

/** Lists the instances that may not stay where they were. */
function leavingOf(enrolled: readonly Enrolled[]): Instance[] {
  const leaving: Instance[] = [];
  for (const { instances } of enrolled) {
    for (const instance of instances) {
      if (instance.from !== undefined && !instance.placed && !instance.pin) leaving.push(instance);
    }
  }
  return leaving;
}
