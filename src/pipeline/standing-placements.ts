import type { Graph } from '../model/graph.ts';
import type { Placement } from '../model/placement.ts';
import type { Project } from '../model/project.ts';
import type { Baseline } from '../model/simulation.ts';
import { policyOf } from '../model/policy-of.ts';
import { placeFleet } from './place-fleet.ts';

/** Everything a report follows from. */
export interface ReportInputs {
  readonly project: Project;
  readonly graph: Graph;
  readonly recorded: readonly Placement[];
}

/** Where instances are, and how that is known. */
export interface StandingPlacements {
  readonly source: Baseline;
  readonly placements: readonly Placement[];
}

/** Finds where instances are: where the last apply left them; before the first, where the plan would put them. */
export function standingPlacements({ graph, recorded, project }: ReportInputs): StandingPlacements {
  if (recorded.length > 0) return { source: 'recorded', placements: recorded };
  return { source: 'planned', placements: placeFleet(graph, [], policyOf(project)).placements };
}
