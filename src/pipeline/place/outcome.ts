import type { PlacementOutcome, PlannedPlacement, UnplacedInstance } from '../../model/placement.ts';
import type { RejectionMemo } from './explain.ts';
import { explainPlaced, explainUnplaced } from './explain.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { rankOf, scoreOfRank } from './scores/score.ts';

/** Writes down what was decided, by service name and number; takes the instances service by service, each by number. */
export function outcomeOf(
  occupancy: Occupancy,
  services: readonly (readonly Instance[])[],
): PlacementOutcome {
  const { mean, hottest, fleet } = occupancy;
  const scores = Float64Array.from(mean, (share, compute) =>
    scoreOfRank(rankOf(share, hottest[compute] as number, fleet.policy)),
  );
  const placements: PlannedPlacement[] = [];
  const unplaced: UnplacedInstance[] = [];
  const memo: RejectionMemo = new Map();
  for (const instances of [...services].sort(byService)) {
    for (const instance of byNumber(instances)) {
      if (!instance.placed) unplaced.push(explainUnplaced(occupancy, instance, memo));
      else placements.push(explainPlaced(occupancy, instance, scores[instance.compute] as number));
    }
  }
  return { placements, unplaced };
}

function byService([a]: readonly Instance[], [b]: readonly Instance[]): number {
  return (a?.workload.index ?? 0) - (b?.workload.index ?? 0);
}

/** Pinned instances may have changed numbers with others. */
function byNumber(instances: readonly Instance[]): readonly Instance[] {
  const pinned = (instances[0]?.workload.pins.length ?? 0) > 0;
  return pinned ? [...instances].sort((a, b) => a.number - b.number) : instances;
}
