import type { RoomExplanation } from '../../model/explanation.ts';
import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementPolicy } from '../../model/placement.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { NO_RESOURCES } from '../../model/resources.ts';
import { figuresAt } from './allocation.ts';
import { explainRoom } from './explain-room.ts';
import { seated } from './seated.ts';

/** What placement counts with on a compute. */
export interface Needs {
  /** The sum of the mins of who is on it: what is granted above them gives way to who comes. */
  readonly needed: ResourceVector;
  /** The highest buffer that anybody on it asks for. */
  readonly buffer: ResourceVector;
}

/** What there is to ask of a fleet with everybody where placements say. */
export interface ExplainedComputes {
  /** Nothing of a compute that the fleet does not have. */
  readonly needsOf: (compute: string) => Needs;
  /** The services of which a compute could take one more. */
  readonly roomOn: (compute: string) => readonly RoomExplanation[];
}

/** Seats placements, so that it can be said of any compute what is needed there and what it could still take. */
export function explainComputes(
  graph: Graph,
  placements: readonly Placement[],
  policy: PlacementPolicy,
): ExplainedComputes {
  const { occupancy } = seated(graph, placements, policy);
  const { sites, size } = occupancy.fleet;
  return {
    needsOf(compute) {
      const index = sites.indexOf(compute);
      if (index === undefined) return { needed: NO_RESOURCES, buffer: NO_RESOURCES };
      return {
        needed: figuresAt(occupancy.used, size, index),
        buffer: figuresAt(occupancy.buffer, size, index),
      };
    },
    roomOn(compute) {
      const index = sites.indexOf(compute);
      return index === undefined ? [] : explainRoom(occupancy, index);
    },
  };
}
