import { Graph } from '../model/graph.ts';
import type { Infeasibility } from '../model/infeasibility.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Placement, PlacementOutcome } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import type { Project } from '../model/project.ts';
import type { RecommendedHosts } from '../model/recommended-hosts.ts';
import type { Budget } from '../packing/budget.ts';
import { partOf } from '../packing/budget.ts';
import type { Effort } from '../packing/effort.ts';
import { DEFAULT_EFFORT } from '../packing/effort.ts';
import type { Solver } from '../solver/solver.ts';
import type { Tries } from './certify/certify.ts';
import { certify } from './certify/certify.ts';
import type { Offer } from './certify/offer.ts';
import { missingBy, settling } from './certify/trials.ts';
import { place } from './place/place.ts';
import { recommendFleet } from './recommend-fleet.ts';
import type { Shop } from './recommend/candidates.ts';
import { candidateOf } from './recommend/candidates.ts';
import { withHosts } from './recommend/with-hosts.ts';

/** Everything a certificate follows from. */
export interface CertifyInputs {
  readonly project: Project;
  readonly graph: Graph;
  readonly recorded: readonly Placement[];
  /** How the plan places the fleet, where that is known. */
  readonly outcome?: PlacementOutcome;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** The only service to look into, and nothing is recommended for the others; all where absent. */
  readonly only?: string;
  /** Asked only where something has no place; null where none can be had: then there is no bound and nothing to buy. */
  readonly openSolver: () => Promise<Solver | null>;
  readonly budget: Budget;
}

/** Why instances find no place, and what to buy so that all do. */
export interface Certificate {
  readonly infeasibility: Infeasibility | null;
  readonly recommendations: readonly RecommendedHosts[];
}

/** Months over which a set-up fee is spread, as `recommend` does when it is not told. */
const HORIZON = 12;
/** A purchase for a few instances, in a fraction of a second. */
const EFFORT: Effort = { ...DEFAULT_EFFORT, iterations: 1_000, rounds: 4, columns: 200, nodes: 10 };
/** How many instances and computes all tries together look at, and how often a fleet is tried at the least and the most. */
const LOOKS = 500_000;
const LEAST_TRIES = 24;
const MOST_TRIES = 160;
/** What one service needs to be looked into, and how many are. */
const TRIES_EACH = 24;
const MOST_SERVICES = 6;

/** Says why instances find no place and what would help; nothing where all find one. */
export async function certifyFleet(inputs: CertifyInputs): Promise<Certificate> {
  const { project, graph, recorded, only } = inputs;
  const policy = policyOf(project);
  const again = (fleet: Graph): PlacementOutcome => place(fleet, recorded, policy);
  const outcome = inputs.outcome ?? again(graph);
  const missing = missingBy(outcome);
  if (missing.size === 0 || (only !== undefined && !missing.has(only))) {
    return { infeasibility: null, recommendations: [] };
  }
  const solver = await inputs.openSolver();
  const shop = solver && shopOf(inputs);
  const recommendations = only === undefined ? await hostsFor({ ...inputs, solver }, shop, graph) : [];
  const buy = async (service: string): Promise<Offer | null> => {
    const alone = missing.size === 1 && recommendations.length > 0;
    const hosts = alone
      ? recommendations
      : await hostsFor({ ...inputs, solver }, shop, withoutOthers(graph, missing, service));
    return shop && hosts.length > 0 ? { hosts, graph: extended(shop, hosts) } : null;
  };
  const infeasibility = await certify({
    ...inputs,
    solver,
    currency: project.spec.currency,
    outcome,
    place: again,
    buy,
    tries: triesFor(graph, missing.size),
  });
  return { infeasibility, recommendations };
}

/** A large fleet is tried less often, so that it takes no longer. */
function triesFor(graph: Graph, wanting: number): Tries {
  const instances = graph.all('Service').reduce((sum, { spec }) => sum + spec.replicas, 0);
  const size = instances + graph.all('Compute').length;
  const all = Math.min(MOST_TRIES, Math.max(LEAST_TRIES, Math.floor(LOOKS / Math.max(1, size))));
  const services = Math.min(MOST_SERVICES, wanting, Math.floor(all / TRIES_EACH));
  return { services, each: Math.floor(all / services) };
}

/** Where hosts are bought; null where that is not clear. */
function shopOf({ project, graph, today }: CertifyInputs): Shop | null {
  const [workspace, ...more] = graph.all('Workspace');
  if (!workspace || more.length > 0 || graph.all('ComputeProfile').length === 0) return null;
  return { graph, workspace, currency: project.spec.currency, today };
}

/** What to buy so that as much as can be helped finds a place. */
async function hostsFor(
  { project, recorded, today, solver, budget }: CertifyInputs & { solver: Solver | null },
  shop: Shop | null,
  graph: Graph,
): Promise<readonly RecommendedHosts[]> {
  if (!solver || !shop) return [];
  const parts = { project, graph, recorded, today, horizon: HORIZON, solver };
  try {
    const advice = await recommendFleet({ ...parts, budget: partOf(budget, BUYING_SHARE), effort: EFFORT });
    return advice.recommendations;
  } catch {
    // What fails here takes nothing from the plan.
    return [];
  }
}

/** The part of the time that is left which one purchase may take. */
const BUYING_SHARE = 0.4;

/** The fleet in which other services want no more than they have. */
function withoutOthers(graph: Graph, missing: ReadonlyMap<string, number>, service: string): Graph {
  const settled = settling(service, missing);
  const keys = new Map<Manifest, string>();
  const manifests = graph.manifests.map((manifest) => {
    const now = settled(manifest) ?? manifest;
    keys.set(now, graph.keyOf(manifest));
    return now;
  });
  return new Graph(manifests, graph.references, keys, graph.deliveries);
}

function extended(shop: Shop, recommended: readonly RecommendedHosts[]): Graph {
  const { graph } = shop;
  const hosts = recommended.flatMap(({ profile: name, region, hosts: names }) => {
    const profile = graph.get('ComputeProfile', name);
    return profile
      ? names.map((host) => ({ name: host, candidate: candidateOf(shop, profile, region) }))
      : [];
  });
  return withHosts(graph, hosts);
}
