import type { Advice } from '../model/advice.ts';
import type { Graph } from '../model/graph.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Placement, PlacementOutcome } from '../model/placement.ts';
import { policyOf } from '../model/policy-of.ts';
import type { Project } from '../model/project.ts';
import { StowageError } from '../model/stowage-error.ts';
import type { Solver } from '../solver/solver.ts';
import { place } from './place/place.ts';
import type { Budget } from '../packing/budget.ts';
export type { Budget };
import { DEFAULT_EFFORT, QUICK_EFFORT } from '../packing/effort.ts';
import { cheaper } from './recommend/cheaper.ts';
import { recommend } from './recommend/recommend.ts';

/** Everything a recommendation for a fleet follows from. */
export interface RecommendInputs {
  readonly project: Project;
  readonly graph: Graph;
  readonly recorded: readonly Placement[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** The Workspace to buy for; not needed where there is one. */
  readonly workspace?: string;
  /** Months over which a set-up fee is spread. */
  readonly horizon: number;
  readonly solver: Solver;
  readonly budget: Budget;
  /** Searches for a fraction of a second, as a plan does. */
  readonly quick?: boolean;
  /** How the fleet is placed, with hosts added to it; as a plan does where absent. */
  readonly place?: (fleet: Graph) => PlacementOutcome;
}

/** Says what to buy so that the whole fleet fits: what a plan says of it, unless a longer search finds better. */
export async function recommendFleet(inputs: RecommendInputs): Promise<Advice> {
  const { project, graph, recorded, today, horizon, solver, budget, quick = false } = inputs;
  const { currency } = project.spec;
  const policy = policyOf(project);
  const workspaces = graph.all('Workspace');
  // A fleet that orders nothing needs no Workspace to be told that it needs nothing.
  if (workspaces.length === 0 && place(graph, recorded, policy).unplaced.length === 0) {
    return nothingToBuy(project, horizon);
  }
  const workspace = chosen(workspaces, inputs.workspace);
  const parts = {
    fleet: project.name,
    shop: { graph, workspace, currency, today },
    horizon,
    place: inputs.place ?? ((fleet) => place(fleet, recorded, policy)),
    solver,
    budget,
  };
  const first = await recommend({ ...parts, effort: QUICK_EFFORT });
  if (quick || (first.gap === 0 && first.unplaced.length === 0)) return first;
  return cheaper(first, await recommend({ ...parts, effort: DEFAULT_EFFORT }));
}

function nothingToBuy({ name, spec }: Project, horizon: number): Advice {
  return {
    fleet: name,
    workspace: null,
    horizon,
    cost: { monthly: 0, setup: 0, currency: spec.currency },
    lowerBound: 0,
    gap: 0,
    stopped: false,
    waiting: 0,
    ordered: 0,
    recommendations: [],
    unplaced: [],
  };
}

function chosen(
  workspaces: readonly Manifest<'Workspace'>[],
  name: string | undefined,
): Manifest<'Workspace'> {
  const names = workspaces.map(({ metadata }) => metadata.name).sort();
  if (names.length === 0) {
    const hint = 'declare a Workspace and its Organization; see `stowage schema Workspace`';
    throw new StowageError('recommend.no-workspace', 'the fleet has no Workspace to buy hosts for', hint);
  }
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  const found = workspaces.find(({ metadata }) => metadata.name === wanted);
  if (found) return found;
  const hint = `choose one with --workspace: ${names.join(', ')}`;
  if (name === undefined)
    throw new StowageError('recommend.which-workspace', `the fleet has ${names.length} Workspaces`, hint);
  throw new StowageError('recommend.unknown-workspace', `there is no Workspace named ${name}`, hint);
}
