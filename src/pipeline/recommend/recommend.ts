import type { Advice, Unhelped } from '../../model/advice.ts';
import type { Graph } from '../../model/graph.ts';
import type { PlacementOutcome } from '../../model/placement.ts';
import type { Solver } from '../../solver/solver.ts';
import { offered } from './amounts.ts';
import type { Budget } from '../../packing/budget.ts';
import type { Candidate, Shop } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import { distinctOffers } from './distinct-offers.ts';
import type { Effort } from '../../packing/effort.ts';
import { findCheapest } from '../../packing/find-cheapest.ts';
import { groupHosts } from './group-hosts.ts';
import { HostNames } from './host-names.ts';
import { limitsOf } from './limits.ts';
import { marketOf } from '../../packing/market.ts';
import type { VirtualHost } from './with-hosts.ts';
import { withHosts } from './with-hosts.ts';
import { wantedOf } from './wanted.ts';

/** Everything a recommendation follows from. */
export interface RecommendParts {
  readonly fleet: string;
  readonly shop: Shop;
  /** Months over which a set-up fee is spread. */
  readonly horizon: number;
  /** Places the whole fleet; the hosts recommended so far are in it as computes. */
  readonly place: (graph: Graph) => PlacementOutcome;
  readonly solver: Solver;
  readonly budget: Budget;
  readonly effort: Effort;
}

/** How often more is bought because placing again left something over. */
const ROUNDS = 4;
/** What is free of charge still counts a little, so that no more of it is taken than needed. */
const LEAST_PRICE = 1e-3;

/** Recommends the cheapest hosts that make everything fit, and proves it by placing again with them. */
export async function recommend(parts: RecommendParts): Promise<Advice> {
  const { shop, horizon, solver, budget, effort, place } = parts;
  const { graph } = shop;
  const all = candidatesOf(shop);
  const names = new HostNames(
    [...graph.all('Host'), ...graph.all('Compute')].map(({ metadata }) => metadata.name),
  );
  const bought: VirtualHost[] = [];
  let fleet = graph;
  let outcome = place(fleet);
  const waiting = outcome.unplaced.length;
  const found = { lowerBound: 0, stopped: false };

  for (let round = 0; round < ROUNDS && outcome.unplaced.length > 0; round++) {
    const wanted = wantedOf(fleet, outcome, all);
    if (wanted.demands.length === 0) break;
    const { candidates, demands } = distinctOffers(all, wanted.demands);
    const offers = candidates.map(({ profile, monthly, setup }) => ({
      capacity: offered(profile.spec.resources),
      price: Math.max(LEAST_PRICE, monthly + setup / horizon),
    }));
    const limits = limitsOf(shop, candidates, bought);
    const market = marketOf({ demands, offers, limits });
    const { packing, lowerBound, stopped } = await findCheapest(market, solver, budget, effort);
    if (round === 0) found.lowerBound = lowerBound;
    found.stopped ||= stopped;
    if (packing.bins.length === 0) break;
    for (const { offer } of packing.bins) {
      const candidate = candidates[offer] as Candidate;
      bought.push({ name: names.next(candidate.profile.metadata.name, candidate.region), candidate });
    }
    fleet = withHosts(graph, bought);
    outcome = place(fleet);
  }
  const { hopeless } = wantedOf(fleet, outcome, all);
  const unplaced = outcome.unplaced.map((instance): Unhelped => {
    const { service, instance: number } = instance;
    const reason =
      hopeless.get(service) ?? 'what limits or spread rules still allow to be bought does not hold it';
    return { service, instance: number, rejected: instance.rejected, reason };
  });
  return summed(parts, {
    waiting,
    ordered: graph.deliveries.filter(({ pending }) => pending).length,
    bought,
    unplaced,
    ...found,
  });
}

interface Result {
  readonly waiting: number;
  readonly ordered: number;
  readonly bought: readonly VirtualHost[];
  readonly unplaced: readonly Unhelped[];
  readonly lowerBound: number;
  readonly stopped: boolean;
}

function summed({ fleet, shop, horizon }: RecommendParts, result: Result): Advice {
  const { bought, lowerBound, ...rest } = result;
  const monthly = bought.reduce((sum, { candidate }) => sum + candidate.monthly, 0);
  const setup = bought.reduce((sum, { candidate }) => sum + candidate.setup, 0);
  const bound = Math.floor(Math.min(lowerBound, monthly + setup / horizon) * 100 + 1e-6) / 100;
  const excess = monthly + setup / horizon - bound;
  return {
    fleet,
    workspace: shop.workspace.metadata.name,
    horizon,
    cost: { monthly: cents(monthly), setup: cents(setup), currency: shop.currency },
    lowerBound: bound,
    gap: bound > 0 && excess > 0.01 ? Math.round((excess / bound) * 1e4) / 1e4 : 0,
    recommendations: groupHosts(bought),
    ...rest,
  };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
