import type { Address } from '../model/address.ts';
import { splitAddress } from '../model/address.ts';
import type { Explained } from '../model/explained.ts';
import type { Intent } from '../model/intent.ts';
import type { PlacementOutcome } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import type { KindName } from '../model/spec/spec-of.ts';
import { explainHost } from './explain/explain-host.ts';
import { explainProfile } from './explain/explain-profile.ts';
import { explainProvider } from './explain/explain-provider.ts';
import { explainIpAddress } from './explain-ip-address.ts';
import { explainCompute } from './explain-compute.ts';
import { explainService } from './place/explain-service.ts';
import { hostOrders } from './plan/host-orders.ts';
import type { ReportInputs, StandingPlacements } from './standing-placements.ts';
import { standingPlacements } from './standing-placements.ts';

/** Everything an explanation follows from. */
export interface ExplainInputs extends ReportInputs {
  readonly objects: readonly RecordedObject[];
  readonly intents: readonly Intent[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** How the next plan places the fleet; absent where that is not known. */
  readonly planned?: PlacementOutcome | undefined;
}

type Explain = (inputs: ExplainInputs, name: string) => Explained | undefined;

const EXPLAINED = {
  Service(inputs, name) {
    const { source, placements } = placementsOf(inputs);
    const explained = explainService(inputs.graph, placements, policyOf(inputs.project), name);
    return explained && { source, infeasibility: null, ...explained };
  },
  Compute(inputs, name) {
    const { source, placements } = placementsOf(inputs);
    const explained = explainCompute(inputs.graph, placements, policyOf(inputs.project), name);
    return explained && { source, ...explained };
  },
  Host(inputs, name) {
    const { graph, objects, today, project } = inputs;
    const { orders, claims: planned } = hostOrders(graph, objects, today);
    const found = orders.get(name);
    const chosen = found ? { provider: found.provider.metadata.name, order: found.order } : null;
    const carries = explainCompute(graph, placementsOf(inputs).placements, policyOf(project), name);
    return told(inputs, explainHost(inputs, name, { chosen, planned, carries }));
  },
  ComputeProfile: (inputs, name) => told(inputs, explainProfile(inputs, name)),
  ComputeProvider: (inputs, name) => told(inputs, explainProvider(inputs, name)),
  IPAddress: (inputs, name) => told(inputs, explainIpAddress(inputs.graph, name)),
} satisfies Partial<Record<KindName, Explain>>;

/** The kinds of which there is something to explain. */
export const EXPLAINED_KINDS = Object.keys(EXPLAINED) as (keyof typeof EXPLAINED)[];

/** Explains why something is as it is; undefined where there is nothing to explain. */
export function explainAddress(inputs: ExplainInputs, address: Address): Explained | undefined {
  const { kind, name } = splitAddress(address);
  const explain: Partial<Record<KindName, Explain>> = EXPLAINED;
  return explain[kind]?.(inputs, name);
}

function placementsOf({ planned, ...inputs }: ExplainInputs): StandingPlacements {
  return planned && inputs.recorded.length === 0
    ? { source: 'planned', placements: planned.placements }
    : standingPlacements(inputs);
}

function told<T extends object>({ objects }: ExplainInputs, explained: T | undefined) {
  const source = objects.length > 0 ? ('recorded' as const) : ('planned' as const);
  return explained && { source, ...explained };
}
