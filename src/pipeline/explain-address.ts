import type { Address } from '../model/address.ts';
import { splitAddress } from '../model/address.ts';
import { policyOf } from '../model/policy-of.ts';
import type { Explanation } from '../model/explanation.ts';
import { explainCompute } from './place/explain-compute.ts';
import { explainService } from './place/explain-service.ts';
import type { ReportInputs } from './standing-placements.ts';
import { standingPlacements } from './standing-placements.ts';

/** Explains why a service is where it is, or what a compute carries; undefined for anything else. */
export function explainAddress(inputs: ReportInputs, address: Address): Explanation | undefined {
  const { graph, project } = inputs;
  const { source, placements } = standingPlacements(inputs);
  const { kind, name } = splitAddress(address);
  const policy = policyOf(project);
  if (kind === 'Service') {
    const explained = explainService(graph, placements, policy, name);
    return explained && { source, infeasibility: null, ...explained };
  }
  const explained = kind === 'Compute' ? explainCompute(graph, placements, policy, name) : undefined;
  return explained && { source, ...explained };
}
