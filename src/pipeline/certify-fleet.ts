import { Graph } from '../model/graph.ts';
import type { Infeasibility } from '../model/infeasibility.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import type { Project } from '../model/project.ts';
import { NO_RESOURCES } from '../model/resources.ts';
import type { RecommendedHosts } from '../model/recommended-hosts.ts';
import type { Budget } from '../packing/budget.ts';
import { partOf } from '../packing/budget.ts';
import type { Solver } from '../solver/solver.ts';
import type { Tries } from './certify/certify.ts';
import { certify } from './certify/certify.ts';
import type { Offer } from './certify/offer.ts';
import type { StillAnswer } from './certify/still-fleet.ts';
import { StillFleet } from './certify/still-fleet.ts';
import type { Shortcuts } from './certify/trials.ts';
import { missingBy, settling } from './certify/trials.ts';
import { MOST_PAIRS } from './place/fewest-moves.ts';
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
/** How many instances and computes all tries together look at, and how often a fleet is tried at the least and the most. */
const LOOKS = 500_000;
const LEAST_TRIES = 24;
const MOST_TRIES = 160;
/** What one service needs to be looked into, and how many are. */
const TRIES_EACH = 24;
const MOST_SERVICES = 6;
/** In a large fleet, where a try is a count. */
const LARGE_TRIES: Tries = { services: 40, each: 400 };
/** How many instances and computes are looked at in all while others of a large fleet may move, and how often they may. */
const QUICK_LOOKS = 60_000;
const MOST_QUICK = 40;

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
  const large = isLarge(graph) ? shortcutsFor(graph, outcome, policy) : undefined;
  const shop = solver && shopOf(inputs);
  const market = { ...inputs, solver, shop };
  const together =
    large && ((fleet: Graph) => (isLonger(fleet, graph) ? large.placeQuickly(fleet) : outcome));
  // The solver thinks in a thread of its own: it is asked first, and what it says is awaited last.
  let advising: Promise<readonly RecommendedHosts[]> | undefined;
  const advise = (): Promise<readonly RecommendedHosts[]> => (advising ??= hostsFor(market, graph, together));
  if (only === undefined) void advise();
  const offered = (hosts: readonly RecommendedHosts[], forAll: boolean): Offer | null =>
    shop && hosts.length > 0 ? { hosts, graph: extended(shop, hosts), forAll } : null;
  const forIt = async (service: string): Promise<Offer | null> =>
    offered(await hostsForOne(market, service, missing, large?.still), false);
  // What helps nobody by itself may help all together.
  const offersFor = (service: string) => [
    ...(missing.size > 1 ? [() => forIt(service)] : []),
    async () => offered(await advise(), missing.size > 1),
    ...(missing.size > 1 ? [] : [() => forIt(service)]),
  ];
  const infeasibility = await certify({
    ...inputs,
    solver,
    currency: project.spec.currency,
    outcome,
    place: again,
    large,
    offersFor,
    tries: large ? LARGE_TRIES : triesFor(graph, missing.size),
  });
  return { infeasibility, recommendations: only === undefined ? await advise() : [] };
}

/** How many instances there are to be. */
function instancesIn(graph: Graph): number {
  return graph.all('Service').reduce((sum, { spec }) => sum + spec.replicas, 0);
}

/** Tells whether a fleet is larger than placement searches completely. */
function isLarge(graph: Graph): boolean {
  return instancesIn(graph) * graph.all('Compute').length > MOST_PAIRS;
}

function isLonger(fleet: Graph, than: Graph): boolean {
  return fleet.all('Compute').length > than.all('Compute').length;
}

function shortcutsFor(graph: Graph, outcome: PlacementOutcome, policy: PlacementPolicy): Shortcuts {
  const size = instancesIn(graph) + graph.all('Compute').length;
  return {
    still: new StillFleet(graph, outcome),
    placeQuickly: (fleet) => place(fleet, outcome.placements, policy, { effort: 'quick' }),
    most: Math.min(MOST_QUICK, Math.floor(QUICK_LOOKS / size)),
  };
}

/** A large fleet is tried less often, so that it takes no longer. */
function triesFor(graph: Graph, wanting: number): Tries {
  const size = instancesIn(graph) + graph.all('Compute').length;
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

/** The part of a fleet that a purchase for one service concerns: what others take is counted elsewhere. */
function tradedFor(service: string, graph: Graph): Graph {
  const traded = TRADED.flatMap((kind): Manifest[] => graph.all(kind));
  return new Graph([...traded, ...[graph.get('Service', service) ?? []].flat()], [], new Map());
}

const TRADED = [
  ...(['Organization', 'Workspace', 'BillingAgreement', 'ComputeProfile', 'ComputeProvider'] as const),
  ...(['Compute', 'Host'] as const),
];

interface Market extends CertifyInputs {
  readonly solver: Solver | null;
  readonly shop: Shop | null;
}

/** What to buy so that as much as can be helped finds a place. */
async function hostsFor(
  { project, recorded, today, solver, shop, budget }: Market,
  graph: Graph,
  placing?: (fleet: Graph) => PlacementOutcome,
): Promise<readonly RecommendedHosts[]> {
  if (!solver || !shop) return [];
  const parts = { project, graph, recorded, today, horizon: HORIZON, solver, place: placing };
  try {
    const advice = await recommendFleet({ ...parts, budget: partOf(budget, BUYING_SHARE), quick: true });
    return advice.recommendations;
  } catch {
    // What fails here takes nothing from the plan.
    return [];
  }
}

/** What to buy for one service; in a large fleet nobody else moves for it. */
function hostsForOne(
  market: Market,
  service: string,
  missing: ReadonlyMap<string, number>,
  still?: StillFleet,
): Promise<readonly RecommendedHosts[]> {
  if (still?.turnTo(service) !== true) return hostsFor(market, withoutOthers(market.graph, missing, service));
  const placing = (graph: Graph): PlacementOutcome => outcomeOf(service, still.try({ rewrites: [], graph }));
  return hostsFor(market, tradedFor(service, market.graph), placing);
}

/** Writes down where one service is, and who of it is nowhere. */
function outcomeOf(service: string, { homes, missing }: StillAnswer): PlacementOutcome {
  const seat = { service, granted: NO_RESOURCES, score: 0, kept: false, pinned: false, reason: '' };
  return {
    placements: homes.map((compute, nth) => ({ ...seat, instance: nth + 1, compute })),
    unplaced: Array.from({ length: missing }, (_, nth) => {
      return { service, instance: homes.length + nth + 1, rejected: [] };
    }),
  };
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
