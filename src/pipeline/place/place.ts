import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../../model/placement.ts';
import { compile } from './compile.ts';
import { enroll } from './enroll.ts';
import type { Fleet } from './fleet.ts';
import { grant } from './grant.ts';
import type { Enrolled } from './greedy.ts';
import { greedy } from './greedy.ts';
import type { Instance } from './instance.ts';
import { explainLeaving, keep } from './keep.ts';
import { Occupancy } from './occupancy.ts';
import { outcomeOf } from './outcome.ts';
import { pin } from './pin.ts';
import { repair } from './repair.ts';
import { rostersOf } from './roster.ts';
import { seatPins } from './seat-pins.ts';
import { recordedBySeniority } from './seniority.ts';

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
  const occupancy = new Occupancy(fleet);
  const rosters = rostersOf(fleet, recorded);

  pin(occupancy, rosters);
  keep(occupancy, recordedBySeniority(rosters));
  const enrolled: Enrolled[] = rosters.map((roster) => ({
    workload: roster.workload,
    instances: enroll(occupancy, roster),
  }));
  explainLeaving(
    occupancy,
    waitingOf(enrolled).filter(({ from }) => from !== undefined),
  );
  greedy(occupancy, enrolled);
  repair(occupancy, waitingOf(enrolled));

  const instances = enrolled.map((group) => group.instances);
  seatPins(instances);
  grant(occupancy);
  return outcomeOf(occupancy, instances);
}

/** Lists the instances that still need a place; a pinned one has its place or none. */
function waitingOf(enrolled: readonly Enrolled[]): Instance[] {
  const waiting: Instance[] = [];
  for (const { instances } of enrolled) {
    for (const instance of instances) if (!instance.placed && !instance.pin) waiting.push(instance);
  }
  return waiting;
}
