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
  const most = services.reduce((sum, { length }) => sum + length, 0);
  const placements = new Array<PlannedPlacement>(most);
  let count = 0;
  const unplaced: UnplacedInstance[] = [];
  const memo: RejectionMemo = new Map();
  for (const instances of byService(occupancy, services)) {
    for (const instance of byNumber(instances ?? [])) {
      if (instance.placed) placements[count++] = placed.explain(instance);
      else unplaced.push(explainUnplaced(occupancy, instance, memo));
    }
  }
  placements.length = count;
  return { placements, unplaced };
}

/** Workloads are numbered by name, so that nothing need be compared. */
function byService(
  { fleet }: Occupancy,
  services: readonly (readonly Instance[])[],
): (readonly Instance[] | undefined)[] {
  const ordered = new Array<readonly Instance[] | undefined>(fleet.workloads.length);
  for (const instances of services) {
    const [first] = instances;
    if (first) ordered[first.workload.index] = instances;
  }
  return ordered;
}

/** Pinned instances may have changed numbers with others. */
function byNumber(instances: readonly Instance[]): readonly Instance[] {
  const pinned = (instances[0]?.workload.pins.length ?? 0) > 0;
  return pinned ? [...instances].sort((a, b) => a.number - b.number) : instances;
}
