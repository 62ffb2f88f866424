import type { Graph } from '../../model/graph.ts';
import type { Given } from './given-to-computes.ts';
import { givenToComputes } from './given-to-computes.ts';

/** Several addresses of one family that one compute is to have as its primary one. */
export interface Rivals {
  readonly compute: string;
  readonly family: 4 | 6;
  readonly first: Given;
  readonly others: readonly Given[];
}

const RIVALS = new WeakMap<Graph, readonly Rivals[]>();

/** Where computes have more than one primary address of a family; found once. */
export function primaryRivals(graph: Graph): readonly Rivals[] {
  let rivals = RIVALS.get(graph);
  if (!rivals) RIVALS.set(graph, (rivals = [...find(graph)]));
  return rivals;
}

/** Tells whether an IPAddress is one of them, so that it may have been given to the wrong compute. */
export function isRival(ip: string, graph: Graph): boolean {
  return primaryRivals(graph).some(({ first, others }) =>
    [first, ...others].some(({ assignment }) => assignment.spec.ip === ip),
  );
}

function* find(graph: Graph): Iterable<Rivals> {
  for (const { compute, family, given } of givenToComputes(graph)) {
    const [first, ...more] = given.filter(({ assignment }) => assignment.spec.primary);
    // The same address again is another mistake, and the one to mend.
    const others = more.filter(({ id }) => id !== first?.id);
    if (first && others.length > 0) yield { compute, family, first, others };
  }
}
