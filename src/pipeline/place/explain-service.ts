import type { ServiceExplanation } from '../../model/explanation.ts';
import type { Graph } from '../../model/graph.ts';
import type { PlacementPolicy, Rejection } from '../../model/placement.ts';
import { sortsOfRejections } from '../../model/rejection-sorts.ts';
import { grantsByCompute } from '../../model/grants-by-compute.ts';
import { NO_RESOURCES } from '../../model/resources.ts';
import { refusalOf } from './admission.ts';
import { explainCandidate } from './explain-candidate.ts';
import { explainSeat } from './explain-seat.ts';
import type { Occupancy } from './occupancy.ts';
import { Ranking } from './ranking.ts';
import type { ReasonedPlacement } from './seated.ts';
import { seated } from './seated.ts';
import type { Workload } from './workload.ts';

/** How many candidates are described. */
const CANDIDATES = 10;

/**
 * Says where one more instance of a service could go, with everything else where it is, and why its instances
 * are where they are; undefined when there is no such service.
 */
export function explainService(
  graph: Graph,
  placements: readonly ReasonedPlacement[],
  policy: PlacementPolicy,
  service: string,
): ServiceExplanation | undefined {
  const { occupancy, instances } = seated(graph, placements, policy, service);
  const workload = occupancy.fleet.workloads.find(({ name }) => name === service);
  if (!workload) return undefined;
  const ranking = new Ranking(occupancy);
  ranking.turnTo(workload);
  const candidateCount = ranking.count;
  const ranked = ranking.top(CANDIDATES);
  const rejected = rejectedBy(occupancy, workload);
  const own = placements.filter((placement) => placement.service === service);
  const allocated = grantsByCompute(placements);
  const { sites } = occupancy.fleet;
  return {
    service,
    candidates: ranked.map((candidate) => {
      const granted = allocated.get(sites.nameOf(candidate.compute)) ?? NO_RESOURCES;
      return explainCandidate(occupancy, workload, candidate, granted);
    }),
    candidateCount,
    rejected,
    rejectedBy: sortsOfRejections(rejected),
    seats: instances
      .filter((instance) => instance.workload.name === service)
      .sort((a, b) => a.number - b.number)
      .map((instance) => {
        const placement = own.find((one) => one.instance === instance.number);
        const here = ranked.some(({ compute }) => compute === instance.compute) ? 1 : 0;
        return explainSeat(occupancy, instance, placement, candidateCount - here);
      }),
  };
}

function rejectedBy(occupancy: Occupancy, workload: Workload): Rejection[] {
  return occupancy.fleet.sites.names.flatMap((compute, index) => {
    const refusal = refusalOf(occupancy, workload, index);
    return refusal ? [{ compute, reason: refusal.reason }] : [];
  });
}
