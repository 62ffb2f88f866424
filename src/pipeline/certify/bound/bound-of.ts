import type { Graph } from '../../../model/graph.ts';
import type { FleetBound } from '../../../model/infeasibility.ts';
import type { PlacementOutcome } from '../../../model/placement.ts';
import type { Budget } from '../../../packing/budget.ts';
import type { SolveOptions, Solver } from '../../../solver/solver.ts';
import type { Demand } from './demands-of.ts';
import { demandsOf, merged } from './demands-of.ts';
import { fleetProgram } from './fleet-program.ts';
import { mostAlone } from './most-alone.ts';
import { addPresence } from './presence.ts';
import { singleSitesOf, sitesOf } from './sites-of.ts';

/** Up to these sizes every rule is counted with, and instances are whole. */
const EXACT_REPLICAS = 50;
const EXACT_COMPUTES = 20;
/** The most nodes of that search. */
const NODES = 500;
/** The most entries of a program; larger ones take too long. */
const MOST_ENTRIES = 400_000;
/** What a solver's tolerance may take from an objective, as a share of it. */
const FUZZ = 1e-6;

/** Says how many instances can be placed at the most; null where that cannot be worked out. */
export async function boundOf(
  graph: Graph,
  { placements, unplaced }: PlacementOutcome,
  solver: Solver,
  budget: Budget,
): Promise<FleetBound | null> {
  const placed = placements.length;
  const wanted = placed + unplaced.length;
  const kept = new Map<string, number>();
  for (const { service } of placements) kept.set(service, (kept.get(service) ?? 0) + 1);
  const bounds = async (count: Count): Promise<Omit<FleetBound, 'proved'> | null> => {
    // No rounding may make a bound lower than what is there.
    const most = clamped(await count(graph, new Map(), solver, budget), placed, wanted);
    if (most === null) return null;
    const mostKeeping =
      most === placed ? most : clamped(await count(graph, kept, solver, budget), placed, most);
    return mostKeeping === null ? null : { wanted, placed, most, mostKeeping };
  };
  const small = wanted <= EXACT_REPLICAS && graph.all('Compute').length <= EXACT_COMPUTES;
  const strict = small ? await bounds(mostStrictly) : null;
  const found = strict ?? whereNoneHelps(graph, { wanted, placed }, kept) ?? (await bounds(mostLoosely));
  if (!found) return null;
  return { ...found, proved: found.mostKeeping > placed ? null : strict ? 'exact' : 'bound' };
}

/** What is so where no service that misses instances could have more, even alone: nothing need be solved then. */
function whereNoneHelps(
  graph: Graph,
  { wanted, placed }: Pick<FleetBound, 'wanted' | 'placed'>,
  kept: ReadonlyMap<string, number>,
): Omit<FleetBound, 'proved'> | null {
  const has = ({ services: [name = ''] }: Demand): number => kept.get(name) ?? 0;
  const sites = sitesOf(graph);
  const helps = demandsOf(graph).some((demand) => {
    return has(demand) < demand.replicas && has(demand) < mostAlone(demand, sites);
  });
  return helps ? null : { wanted, placed, most: placed, mostKeeping: placed };
}

/** Counts how many can be placed at the most where some services keep at least so many; null where nobody knows. */
type Count = (
  graph: Graph,
  kept: ReadonlyMap<string, number>,
  solver: Solver,
  budget: Budget,
) => Promise<number | null>;

/** Counts with every rule. */
const mostStrictly: Count = async (graph, kept, solver, budget) => {
  const sites = singleSitesOf(graph);
  const demands = demandsOf(graph);
  const program = fleetProgram(demands, sites, kept);
  addPresence(program, demands, sites);
  const { bound } = await solver.solve(program.draft.done(true), { nodeLimit: NODES, ...within(budget) });
  return wholeBelow(-bound);
};

/** Takes computes that are alike for one, parts of instances for possible, and avoids nobody. */
const mostLoosely: Count = async (graph, kept, solver, budget) => {
  const { draft } = fleetProgram(merged(demandsOf(graph)), sitesOf(graph), kept);
  if (draft.entries > MOST_ENTRIES) return null;
  const { bound } = await solver.solve(draft.done(false), { method: 'interior-point', ...within(budget) });
  return wholeBelow(-bound);
};

function clamped(most: number | null, least: number, highest: number): number | null {
  return most === null ? null : Math.min(highest, Math.max(least, most));
}

function within(budget: Budget): SolveOptions {
  return { timeLimit: budget.left() / 2, signal: budget.signal };
}

function wholeBelow(bound: number): number | null {
  return Number.isFinite(bound) ? Math.floor(bound + FUZZ * (1 + Math.abs(bound))) : null;
}
