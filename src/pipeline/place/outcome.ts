import type { PlacementOutcome, PlannedPlacement, UnplacedInstance } from '../../model/placement.ts';
import { PlacedExplainer } from './explain-placed.ts';
import type { RejectionMemo } from './explain-unplaced.ts';
import { explainUnplaced } from './explain-unplaced.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';

/** Writes down what was decided, by service name and number; takes the instances service by service, each by number. */
export function outcomeOf(
  occupancy: Occupancy,
  services: readonly (readonly Instance[])[],
): PlacementOutcome {
  const placed = new PlacedExplainer(occupancy);
  const placements: PlannedPlacement[] = [];
  const unplaced: UnplacedInstance[] = [];
  const memo: RejectionMemo = new Map();
  for (const instances of [...services].sort(byService)) {
    for (const instance of byNumber(instances)) {
      if (instance.placed) placements.push(placed.explain(instance));
      else unplaced.push(explainUnplaced(occupancy, instance, memo));
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
