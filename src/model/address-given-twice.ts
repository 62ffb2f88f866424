import { computesOfAddress } from './computes-of-address.ts';
import type { Graph } from './graph.ts';

/**
 * Tells whether IPAssignments give some IPAddress away twice. One of them then means another address, so that one which seems
 * to be nobody's may be that.
 */
export function addressGivenTwice(graph: Graph): boolean {
  return graph.all('IPAddress').some(({ metadata }) => computesOfAddress(metadata.name, graph).length > 1);
}
