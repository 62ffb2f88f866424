import type { Graph } from '../../../src/model/graph.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { NO_RESOURCES } from '../../../src/model/resources.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import { readProject } from '../../../src/pipeline/read-project.ts';
import type { SimulationInputs } from '../../../src/pipeline/simulate-fleet.ts';
import { simulateFleet } from '../../../src/pipeline/simulate-fleet.ts';

/** Simulates on a fleet of which nothing is recorded, unless a test says otherwise. */
export function simulated(graph: Graph, parts: Partial<SimulationInputs>): Simulation {
  const project = readProject(null, 'test').value;
  return simulateFleet({ project, graph, extended: graph, recorded: [], without: [], each: null, ...parts });
}

/** Reads `api/1@a` as a recorded placement. */
export function recordedAt(text: string, granted: Partial<Placement['granted']> = {}): Placement {
  const [, service = '', instance = '', compute = ''] = /^(.*)\/(\d+)@(.*)$/.exec(text) ?? [];
  return { service, instance: Number(instance), compute, granted: { ...NO_RESOURCES, ...granted } };
}

/** Writes moves as `api/1: a → b`. */
export function moves({ moves: all }: Simulation): string[] {
  return all.map(({ service, instance, from, to }) => `${service}/${instance}: ${from} → ${to}`);
}

/** Writes what no longer fits as `api/1 was on a`. */
export function homeless({ unplaced }: Simulation): string[] {
  return unplaced.map(
    ({ service, instance, from }) => `${service}/${instance} ${from === null ? 'is new' : `was on ${from}`}`,
  );
}
