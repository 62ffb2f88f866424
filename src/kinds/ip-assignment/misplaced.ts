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
  const found: Misplaced[] = [];
  const delivered = new Set(graph.deliveries.map(({ compute }) => compute));
  for (const assignment of assignments) {
    const { ip, pool } = assignment.spec;
    const compute = graph.get('Compute', assignment.spec.compute);
    const giver = ip === undefined ? graph.get('IPPool', pool ?? '') : graph.get('IPAddress', ip);
    if (!compute || !giver || delivered.has(compute)) continue;
    const field = WHERE.find(
      (each) => giver.spec[each] !== undefined && giver.spec[each] !== compute.spec[each],
    );
    if (field) found.push({ assignment, giver, compute, field });
  }
  return found;
}

const WHERE = ['provider', 'region'] as const;
