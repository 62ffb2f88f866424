import { relative, resolve } from 'node:path';
import { hasErrors } from '../model/diagnostic.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Graph } from '../model/graph.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Simulation } from '../model/simulation.ts';
import { StowageError } from '../model/stowage-error.ts';
import { consolidateFleet } from '../pipeline/consolidate-fleet.ts';
import type { ScenarioInputs } from '../pipeline/scenario.ts';
import { simulateFleet } from '../pipeline/simulate-fleet.ts';
import { validateFleet } from '../pipeline/validate-fleet.ts';
import { consolidationNext } from '../render/consolidation-text.ts';
import { simulationJson } from '../render/simulation-json.ts';
import { simulationText } from '../render/simulation-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ComputedPlan } from './compute-plan.ts';
import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { progressLine } from './progress-line.ts';
import { budgetUntil } from './budget-until.ts';
import type { ReadFleet } from './read-fleet.ts';
import { readFleet } from './read-fleet.ts';
import { reportInvalid } from './report-invalid.ts';
import { paintFor, todayOf } from './session.ts';

/** Options of `simulate`. */
export interface SimulateOptions extends CommonOptions {
  /** What is lost: `Compute/x`, `Service/x`, `region/x`, `provider/x`. */
  readonly without?: readonly string[];
  /** Files of manifests that are added. */
  readonly add?: readonly string[];
  readonly each?: 'Compute' | 'region' | 'provider';
  /** Shows what could be given back. */
  readonly objective?: 'cheapest';
  /** Seconds. */
  readonly timeLimit: number;
  readonly full?: boolean;
  readonly detailedExitcode?: boolean;
}

/** Shows what would happen to the fleet; changes nothing. */
export async function simulateCommand(context: Context, options: SimulateOptions): Promise<ExitCode> {
  const { without = [], add = [], each = null, objective } = options;
  if (without.length === 0 && add.length === 0 && !each && !objective) {
    const hint = 'name it: --without Compute/NAME, --add FILE, --each Compute, or --objective cheapest';
    throw new StowageError('simulate.nothing', 'nothing is lost and nothing is added', hint);
  }
  const read = await readFleet(context, options);
  if (read.faults) return reportInvalid(context, read.faults, options);
  const { project, graph, recorded } = read.fleet;
  const extended = add.length === 0 ? graph : extend(context, read.fleet, add);
  if ('diagnostics' in extended) return reportInvalid(context, extended, options);

  const { placements } = recorded;
  const scenario = { project, graph, extended, recorded: placements, without };
  const simulation = objective
    ? await consolidate(context, scenario, options)
    : simulateFleet({ ...scenario, each });
  if (options.output === 'json') context.stdout.write(simulationJson(simulation));
  else {
    const paint = paintFor(context.stdout, context, options);
    context.stdout.write(simulationText(simulation, { full: options.full === true, paint }));
    const next = simulation.consolidation && consolidationNext(simulation.consolidation);
    if (next !== null && !options.quiet) context.stderr.write(`Next: ${next}\n`);
  }
  return options.detailedExitcode && isHarmed(simulation) ? ExitCode.ChangesPending : ExitCode.Success;
}

async function consolidate(
  context: Context,
  scenario: ScenarioInputs,
  options: SimulateOptions,
): Promise<Simulation> {
  const solver = await context.openSolver();
  const progress = progressLine(context, options, scenario.project.spec.currency);
  try {
    const budget = budgetUntil(context, options.timeLimit, progress);
    return await consolidateFleet({ ...scenario, solver, budget });
  } finally {
    progress.clear();
    await solver.dispose();
  }
}

function isHarmed({ unplaced, each }: Simulation): boolean {
  return unplaced.length > 0 || (each ?? []).some(({ survived }) => !survived);
}

/** Validates the fleet again, together with what is added. */
function extend(
  context: Context,
  { opened, files, recorded }: ReadFleet,
  add: readonly string[],
): Graph | ComputedPlan {
  const more = add.map((path) => fileAt(context, opened.workspace, path));
  const together = [...files, ...more];
  const { value, diagnostics } = validateFleet(together, todayOf(context), opened.project, recorded.objects);
  if (!hasErrors(diagnostics)) return value;
  return { plan: null, diagnostics, files: together, resources: value.manifests.length };
}

function fileAt(context: Context, workspace: Workspace, path: string): InputFile {
  const found = workspace.file(relative(workspace.root, resolve(context.cwd, path)));
  if (found) return found;
  throw new StowageError('simulate.file', `there is no file ${path}`, 'name a file of manifests after --add');
}
