import type { Graph } from '../model/graph.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import { deliver } from './deliver/deliver.ts';

/** A valid fleet with what only its recorded state tells: where Hosts were made, and which addresses they have. */
export function deliverFleet(graph: Graph, today: string, recorded: readonly RecordedObject[]): Graph {
  return recorded.some(({ kind }) => kind === 'Host') ? deliver(graph.bare(), today, recorded) : graph;
}
