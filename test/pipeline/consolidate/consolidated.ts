import type { Graph } from '../../../src/model/graph.ts';
import type { Project } from '../../../src/model/project.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import type { ConsolidatedFleet, ConsolidationInputs } from '../../../src/pipeline/consolidate-fleet.ts';
import { consolidateFleet } from '../../../src/pipeline/consolidate-fleet.ts';
import { readProject } from '../../../src/pipeline/read-project.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import { NO_HURRY, SMALL_EFFORT } from '../../packing/support.ts';

/** The settings of a fleet that says nothing about itself. */
const PROJECT: Project = readProject(null, 'test').value;

/** Consolidates a fleet of which nothing is recorded, unless a test says otherwise. */
export function consolidated(
  graph: Graph,
  solver: Solver,
  parts: Partial<ConsolidationInputs> = {},
): Promise<ConsolidatedFleet> {
  const inputs = { project: PROJECT, graph, extended: graph, recorded: [], without: [] };
  return consolidateFleet({ ...inputs, solver, budget: NO_HURRY, effort: SMALL_EFFORT, ...parts });
}

/** Writes what is given back as `a for 40 with 2`. */
export function givenBack({ consolidation }: Simulation): string[] {
  return (consolidation?.givenBack ?? []).map(
    ({ compute, monthlyCost, instances }) => `${compute} for ${monthlyCost} with ${instances}`,
  );
}
