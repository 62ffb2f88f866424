import type { Placement } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import type { Consolidation, Simulation } from '../model/simulation.ts';
import type { Budget } from '../packing/budget.ts';
import type { Effort } from '../packing/effort.ts';
import { DEFAULT_EFFORT } from '../packing/effort.ts';
import type { Cheapest } from '../packing/find-cheapest.ts';
import { findCheapest } from '../packing/find-cheapest.ts';
import { marketOf } from '../packing/market.ts';
import type { Solver } from '../solver/solver.ts';
import { centsInUse } from './consolidate/cents-in-use.ts';
import { handBack } from './consolidate/hand-back.ts';
import type { Lease } from './consolidate/lease.ts';
import { leaseOf } from './consolidate/lease.ts';
import { standingIn } from './consolidate/standing-in.ts';
import { compile } from './place/compile.ts';
import type { Fleet } from './place/fleet.ts';
import type { ScenarioInputs } from './scenario.ts';
import { scenarioOf, simulationOf } from './scenario.ts';
import { settle } from './settle.ts';

/** Everything a consolidation follows from. */
export interface ConsolidationInputs extends ScenarioInputs {
  readonly solver: Solver;
  /** Is told of costs in the fleet's currency, per month. */
  readonly budget: Budget;
  readonly effort?: Effort;
}

/** A simulation that was asked for what could be given back. */
export type ConsolidatedFleet = Simulation & { readonly consolidation: Consolidation };

/**
 * Says which computes could be given back if instances moved merely to save money, after what is lost and added.
 * Placement confirms every answer: what has a place keeps one, every rule holds, and it costs less. Throws
 * `simulate.unknown`.
 */
export async function consolidateFleet(inputs: ConsolidationInputs): Promise<ConsolidatedFleet> {
  const { project, solver, budget, effort = DEFAULT_EFFORT } = inputs;
  const { currency } = project.spec;
  const policy = policyOf(project);
  const scenario = scenarioOf(inputs);
  const { remainder, outcome } = scenario;
  const fleet = compile(remainder, { ...policy, cheapest: { currency } });
  const { cents } = fleet.prices as NonNullable<typeof fleet.prices>;

  const lease = leaseOf(fleet, cents, outcome.placements, ({ pinned }) => pinned);
  const market = marketOf(lease.purchase);
  const stay = centsInUse(
    fleet,
    cents,
    outcome.placements.filter(({ pinned }) => pinned),
  );
  const standing = centsInUse(fleet, cents, outcome.placements);
  const told = inCurrency(budget, stay, standing);
  const found = await findCheapest(market, solver, told, effort, standingIn(lease, market));

  const proposal = found.packing.leftCount === 0 ? handBack(lease, market, found.packing) : undefined;
  const end = await settle({ graph: remainder, outcome, policy, fleet, cents }, proposal, budget);
  const after = end.cents;
  let least = stay + leastOf(found, lease);
  if (least > after) {
    // Placement spreads in another way than was supposed, and is so cheaper: what holds of every way is to be told.
    const free = leaseOf(fleet, cents, outcome.placements, ({ pinned }) => pinned, 'free');
    const quiet = { ...inCurrency(budget, stay, standing), tell: () => undefined };
    least = Math.min(
      after,
      stay + leastOf(await findCheapest(marketOf(free.purchase), solver, quiet, effort), free),
    );
  }
  const lowerBound = Math.max(0, least);
  const before = compile(inputs.graph, { ...policy, cheapest: { currency } });
  return {
    ...simulationOf(inputs, scenario, end),
    consolidation: {
      inUse: {
        before: centsInUse(before, before.prices?.cents ?? NO_PRICES, scenario.before) / 100,
        after: after / 100,
      },
      lowerBound: lowerBound / 100,
      gap: lowerBound > 0 ? Math.round(((after - lowerBound) / lowerBound) * 1e4) / 1e4 : 0,
      stopped: found.stopped || budget.expired(),
      planned: end.planned,
      givenBack: givenBackOf(end.closed, fleet, cents, outcome.placements),
      unpriced: unpricedOf(fleet, cents, end.outcome.placements),
    },
  };
}

/** Prices are whole cents, so a cost between two of them is the higher one. */
function leastOf({ lowerBound }: Cheapest, { surcharge }: Lease): number {
  return Math.ceil(lowerBound - surcharge - 1e-6);
}

const NO_PRICES = new Float64Array(0);

/** Tells of costs in the fleet's currency, what stays included, and of none above what is paid as it stands. */
function inCurrency(budget: Budget, stay: number, standing: number): Budget {
  return {
    expired: () => budget.expired(),
    left: () => budget.left(),
    pause: () => budget.pause(),
    signal: budget.signal,
    tell: ({ cost, lowerBound }) => {
      const best = Math.min(standing, stay + Math.floor(cost));
      budget.tell({ cost: best / 100, lowerBound: Math.min(best, stay + lowerBound) / 100 });
    },
  };
}

function givenBackOf(
  closed: ReadonlySet<string>,
  fleet: Fleet,
  cents: Float64Array,
  placements: readonly Placement[],
): Consolidation['givenBack'] {
  return [...closed].sort().map((compute) => {
    const price = cents[fleet.sites.indexOf(compute) ?? -1] ?? 0;
    const instances = placements.filter((placement) => placement.compute === compute).length;
    return { compute, monthlyCost: price / 100, instances };
  });
}

function unpricedOf(fleet: Fleet, cents: Float64Array, placements: readonly Placement[]): string[] {
  const inUse = new Set(placements.map(({ compute }) => compute));
  return [...inUse].filter((name) => cents[fleet.sites.indexOf(name) ?? -1] === 0).sort();
}
