import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../../model/placement.ts';
import { compile } from './compile.ts';
import { enroll } from './enroll.ts';
import type { RejectionMemo } from './explain.ts';
import { explainPlaced, explainUnplaced } from './explain.ts';
import { grant } from './grant.ts';
import { greedy } from './greedy.ts';
import type { Instance } from './instance.ts';
import { explainLeaving, keep } from './keep.ts';
import { Occupancy } from './occupancy.ts';
import { pin } from './pin.ts';
import { repair } from './repair.ts';
import { rostersOf } from './roster.ts';
import { seatPins } from './seat-pins.ts';

/**
 * Decides for every instance of every service on which compute it runs and what it is granted. What the last
 * apply left stays where it is while every rule holds. The same input gives the same outcome, in any order.
 */
export function place(
  graph: Graph,
  recorded: readonly Placement[],
  policy: PlacementPolicy,
): PlacementOutcome {
  const fleet = compile(graph, policy);
  const occupancy = new Occupancy(fleet);
  const rosters = rostersOf(fleet, recorded);

  pin(occupancy, rosters);
  keep(
    occupancy,
    rosters.flatMap((roster) => roster.recorded),
  );
  const instances = rosters.flatMap((roster) => enroll(occupancy, roster));
  const unpinned = instances.filter((instance) => !instance.pin);
  explainLeaving(
    occupancy,
    unpinned.filter(({ from }) => from !== undefined),
  );
  greedy(occupancy, unpinned.filter(isUnplaced));
  repair(occupancy, unpinned.filter(isUnplaced));
  seatPins(instances);

  return outcomeOf(occupancy, instances);
}

function outcomeOf(occupancy: Occupancy, instances: readonly Instance[]): PlacementOutcome {
  const sorted = [...instances].sort((a, b) => a.workload.index - b.workload.index || a.number - b.number);
  const grants = grant(occupancy);
  const memo: RejectionMemo = new Map();
  return {
    placements: sorted.flatMap((instance) => {
      const granted = grants.get(instance);
      return granted ? [explainPlaced(occupancy, instance, granted)] : [];
    }),
    unplaced: sorted.filter(isUnplaced).map((instance) => explainUnplaced(occupancy, instance, memo)),
  };
}

function isUnplaced({ placed }: Instance): boolean {
  return !placed;
}
