import type { Graph } from '../model/graph.ts';
import type { Placement, PlacementOutcome, PlacementPolicy, PlannedPlacement } from '../model/placement.ts';
import type { Effort } from '../packing/effort.ts';
import { DEFAULT_EFFORT } from '../packing/effort.ts';
import { marketOf } from '../packing/market.ts';
import { packCheaply } from '../packing/pack-cheaply.ts';
import { centsInUse } from './consolidate/cents-in-use.ts';
import { handBack } from './consolidate/hand-back.ts';
import { leaseOf } from './consolidate/lease.ts';
import { compile } from './place/compile.ts';
import type { Fleet } from './place/fleet.ts';
import { place } from './place/place.ts';
import { Seats } from './simulate/seats.ts';

/** What is tried, in iterations times computes: the larger the fleet, the fewer iterations. */
const TRIES = 400_000;
const EFFORT: Effort = { ...DEFAULT_EFFORT, iterations: 4_000 };

/** Pairs of service and compute beyond which what is new is placed one by one only. */
const MOST_PAIRS = 1_000_000;

/**
 * Places a fleet as a plan does. Where that is to be cheap, what has no place yet is put together anew, and
 * the answer is taken if it costs less and every rule holds. What stands stays.
 */
export function placeFleet(
  graph: Graph,
  recorded: readonly Placement[],
  policy: PlacementPolicy,
): PlacementOutcome {
  const outcome = place(graph, recorded, policy);
  if (!policy.cheapest) return outcome;
  const fleet = compile(graph, policy);
  const before = new Seats(recorded);
  const stays = (placement: PlannedPlacement): boolean => !isLoose(fleet, placement, before);
  const wish = wishOf(fleet, outcome, stays);
  if (!wish) return outcome;
  const wished = place(graph, wish.placements, policy);
  const wanted = new Seats(wish.placements);
  const granted =
    wished.unplaced.length === outcome.unplaced.length &&
    wished.placements.every((placement) => wanted.get(placement)?.compute === placement.compute);
  if (!granted || wish.cents(wished.placements) >= wish.cents(outcome.placements)) return outcome;
  const first = new Seats(outcome.placements);
  return { ...wished, placements: wished.placements.map((placement) => told(placement, before, first)) };
}

/** Tells what is new, or was where its service may no longer be; what made room for others stays where it went. */
function isLoose(
  { sites, workloads }: Fleet,
  placement: PlannedPlacement,
  before: Seats<Placement>,
): boolean {
  if (placement.kept || placement.pinned) return false;
  const home = before.get(placement)?.compute;
  if (home === undefined) return true;
  const at = sites.indexOf(home);
  const workload = workloads.find(({ name }) => name === placement.service);
  return at === undefined || workload?.eligibility.mask[at] !== 1;
}

/** Where everything would be, and how to count what computes in use cost. */
interface Wish {
  readonly placements: readonly Placement[];
  readonly cents: (placements: readonly Placement[]) => number;
}

/** Packs what is loose cheaply; undefined where nothing is, or where no way is found. */
function wishOf(
  fleet: Fleet,
  { placements }: PlacementOutcome,
  stays: (placement: PlannedPlacement) => boolean,
): Wish | undefined {
  const { prices, size, workloads } = fleet;
  const staying = placements.filter(stays);
  const loose = placements.length - staying.length;
  if (loose === 0 || !prices || workloads.length * size > MOST_PAIRS) return undefined;
  const lease = leaseOf(fleet, prices.cents, placements, stays);
  const market = marketOf(lease.purchase);
  const iterations = Math.min(EFFORT.iterations, Math.ceil(TRIES / size));
  const packing = packCheaply(market, { ...EFFORT, iterations });
  if (packing.leftCount > 0) return undefined;
  return {
    placements: [...staying, ...handBack(lease, market, packing).placements],
    cents: (somewhere) => centsInUse(fleet, prices.cents, somewhere),
  };
}

/** Says of a placement that was wished what it is to a reader who knows only where everything was before. */
function told(
  placement: PlannedPlacement,
  before: Seats<Placement>,
  first: Seats<PlannedPlacement>,
): PlannedPlacement {
  const home = before.get(placement)?.compute;
  if (home === placement.compute) return placement;
  const known = first.get(placement);
  const reason = placement.pinned || home !== undefined ? known?.reason : undefined;
  return { ...placement, kept: false, reason: reason ?? 'cheapest together with what else is new' };
}
