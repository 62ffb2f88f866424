import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../../model/placement.ts';
import { compile } from './compile.ts';
import type { Effort } from './effort.ts';
import type { Fleet } from './fleet.ts';
import { Grants } from './grants.ts';
import type { Enrolled } from './greedy.ts';
import { greedy } from './greedy.ts';
import { hopefulOf } from './hopeful.ts';
import type { Instance } from './instance.ts';
import { explainLeaving } from './keep.ts';
import { letIn } from './let-in.ts';
import { outcomeOf } from './outcome.ts';
import { RejectionCounts } from './rejection-counts.ts';
import { repair } from './repair.ts';
import { seatPins } from './seat-pins.ts';
import { standingOf, waitingOf } from './standing.ts';

/** An outcome with how many computes each rule keeps the services from. */
export interface CountedOutcome extends PlacementOutcome {
  readonly rejections: RejectionCounts;
}

/** How placement goes about it. */
export interface PlaceOptions {
  /** `thorough` unless `quick` is asked for. */
  readonly effort?: Effort;
}

/**
 * Decides for every instance of every service on which compute it runs and what it is granted. What the last
 * apply left stays where it is while every rule holds. The same input gives the same outcome, in any order.
 */
export function place(
  graph: Graph,
  recorded: readonly Placement[],
  policy: PlacementPolicy,
  options?: PlaceOptions,
): CountedOutcome {
  return placeOn(compile(graph, policy), recorded, options);
}

/** Does the same on a fleet that is compiled. */
export function placeOn(
  fleet: Fleet,
  recorded: readonly Placement[],
  { effort = 'thorough' }: PlaceOptions = {},
): CountedOutcome {
  const { occupancy, enrolled } = standingOf(fleet, recorded);
  explainLeaving(occupancy, leavingOf(enrolled));
  greedy(occupancy, enrolled);
  if (hopefulOf(occupancy, waitingOf(enrolled)).length > 0) letIn(occupancy, enrolled);
  repair(occupancy, waitingOf(enrolled), effort);

  const instances = enrolled.map((group) => group.instances);
  seatPins(instances);
  new Grants(occupancy).everywhere();
  return { ...outcomeOf(occupancy, instances), rejections: new RejectionCounts(occupancy) };
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
