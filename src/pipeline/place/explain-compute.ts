import type { ComputeExplanation, ResourceExplanation } from '../../model/explanation.ts';
import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementPolicy } from '../../model/placement.ts';
import { exact, RESOURCES } from '../../model/resources.ts';
import { compareText } from '../../model/compare-text.ts';
import { fourDigits } from './explain-candidate.ts';
import { explainRoom } from './explain-room.ts';
import type { Occupancy } from './occupancy.ts';
import { seated } from './seated.ts';

/** Says what is on a compute and what it could still take; undefined when there is no such compute. */
export function explainCompute(
  graph: Graph,
  placements: readonly Placement[],
  policy: PlacementPolicy,
  compute: string,
): ComputeExplanation | undefined {
  const { occupancy } = seated(graph, placements, policy);
  const index = occupancy.fleet.sites.indexOf(compute);
  if (index === undefined) return undefined;
  const here = placements
    .filter((placement) => placement.compute === compute)
    .sort((a, b) => compareText(a.service, b.service) || a.instance - b.instance);
  const hottest = occupancy.hottest[index] as number;
  const resources = resourcesOf(occupancy, index, here);
  return {
    compute,
    placements: here,
    resources,
    mean: fourDigits(occupancy.mean[index] as number),
    fullest:
      RESOURCES.find(
        (_, r) => hottest > 0 && occupancy.share[r * occupancy.fleet.size + index] === hottest,
      ) ?? null,
    room: explainRoom(occupancy, index),
  };
}

function resourcesOf(
  { fleet, used, buffer, free, share, hottest }: Occupancy,
  compute: number,
  here: readonly Placement[],
): ResourceExplanation[] {
  return RESOURCES.flatMap((resource, r) => {
    const at = r * fleet.size + compute;
    const capacity = (fleet.capacity[at] as number) / 1000;
    if (capacity === 0) return [];
    const full = hottest[compute] as number;
    const atTheEnd = full === 0 ? 1 : (share[at] as number) / full;
    return {
      resource,
      capacity,
      used: (used[at] as number) / 1000,
      granted: exact(here.reduce((sum, { granted }) => sum + granted[resource], 0)),
      buffer: (buffer[at] as number) / 1000,
      available: Math.max(0, (free[at] as number) / 1000),
      utilisation: fourDigits(share[at] as number),
      stranded: exact(capacity * Math.max(0, 1 - atTheEnd)),
    };
  });
}
