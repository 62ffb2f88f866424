import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';

/** An IPAssignment whose two ends say that they are of different providers or regions. */
export interface Misplaced {
  readonly assignment: Manifest<'IPAssignment'>;
  /** What gives the address. */
  readonly giver: Manifest<'IPAddress'> | Manifest<'IPPool'>;
  readonly compute: Manifest<'Compute'>;
  /** The field that differs. */
  readonly field: 'provider' | 'region';
}

/** Those of some IPAssignments; what does not say where it is belongs anywhere. */
export function misplaced(assignments: readonly Manifest<'IPAssignment'>[], graph: Graph): Misplaced[] {
  const declared = new Map(graph.declared('Compute').map((each) => [each.metadata.name, each]));
  return assignments.flatMap((assignment): Misplaced[] => {
    const { ip, pool } = assignment.spec;
    const compute = declared.get(assignment.spec.compute);
    const giver = ip === undefined ? graph.get('IPPool', pool ?? '') : graph.get('IPAddress', ip);
    if (!compute || !giver) return [];
    const field = (['provider', 'region'] as const).find(
      (each) => giver.spec[each] !== undefined && giver.spec[each] !== compute.spec[each],
    );
    return field ? [{ assignment, giver, compute, field }] : [];
  });
}
