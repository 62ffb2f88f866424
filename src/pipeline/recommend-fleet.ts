import type { Advice } from '../model/advice.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Project } from '../model/project.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';
import type { Solver } from '../solver/solver.ts';
import { place } from './place/place.ts';
import type { Budget } from './recommend/budget.ts';
export type { Budget };
import type { Effort } from './recommend/effort.ts';
import { DEFAULT_EFFORT } from './recommend/effort.ts';
import { recommend } from './recommend/recommend.ts';
import { validateFleet } from './validate-fleet.ts';

/** Everything a recommendation for a fleet follows from. */
export interface RecommendInputs {
  readonly project: Project;
  readonly files: readonly InputFile[];
  readonly recorded: RecordedState;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** The Workspace to buy for; not needed where there is one. */
  readonly workspace?: string;
  /** Months over which a set-up fee is spread. */
  readonly horizon: number;
  readonly solver: Solver;
  readonly budget: Budget;
  readonly effort?: Effort;
}

/** A recommendation, or why there is none. */
export interface AdvisedFleet {
  /** Null where the manifests have errors. */
  readonly advice: Advice | null;
  /** How many manifests passed their schema. */
  readonly resources: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Says what to buy so that the whole fleet fits. */
export async function recommendFleet(inputs: RecommendInputs): Promise<AdvisedFleet> {
  const { project, recorded, today, horizon, solver, budget, effort = DEFAULT_EFFORT } = inputs;
  const { value: graph, diagnostics } = validateFleet(inputs.files, today);
  const resources = graph.manifests.length;
  if (hasErrors(diagnostics)) return { advice: null, resources, diagnostics };
  const { currency, placement: policy } = project.spec;
  const workspaces = graph.all('Workspace');
  // A fleet that orders nothing needs no Workspace to be told that it needs nothing.
  if (workspaces.length === 0 && place(graph, recorded.placements, policy).unplaced.length === 0) {
    return { advice: nothingToBuy(project, horizon), resources, diagnostics };
  }
  const workspace = chosen(workspaces, inputs.workspace);
  const advice = await recommend({
    fleet: project.name,
    shop: { graph, workspace, currency, today },
    horizon,
    place: (fleet) => place(fleet, recorded.placements, policy),
    solver,
    budget,
    effort,
  });
  return { advice, resources, diagnostics };
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
