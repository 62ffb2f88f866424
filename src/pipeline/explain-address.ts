import type { Address } from '../model/address.ts';
import { splitAddress } from '../model/address.ts';
import { policyOf } from '../model/policy-of.ts';
import type { Explanation } from '../model/explanation.ts';
import type { PlacementOutcome } from '../model/placement.ts';
import { explainCompute } from './place/explain-compute.ts';
import { explainService } from './place/explain-service.ts';
import type { ReportInputs, StandingPlacements } from './standing-placements.ts';
import { standingPlacements } from './standing-placements.ts';

/**
 * Explains why a service is where it is, or what a compute carries; undefined for anything else. `planned` is how the
 * next plan places the fleet, where that is known.
 */
export function explainAddress(
  inputs: ReportInputs,
  address: Address,
  planned?: PlacementOutcome,
): Explanation | undefined {
  const { graph, project, recorded } = inputs;
  const { source, placements }: StandingPlacements =
    planned && recorded.length === 0
      ? { source: 'planned', placements: planned.placements }
      : standingPlacements(inputs);
  const { kind, name } = splitAddress(address);
  const policy = policyOf(project);
  if (kind === 'Service') {
    const explained = explainService(graph, placements, policy, name);
    return explained && { source, infeasibility: null, ...explained };
  }
  const explained = kind === 'Compute' ? explainCompute(graph, placements, policy, name) : undefined;
  return explained && { source, ...explained };
}
