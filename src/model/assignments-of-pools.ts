import { compareText } from './compare-text.ts';
import type { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';

type ByPool = ReadonlyMap<string, readonly Manifest<'IPAssignment'>[]>;

const BY_POOL = new WeakMap<Graph, ByPool>();

/** The IPAssignments that name each pool, by the pool's name and in the order of their own. */
export function assignmentsOfPools(graph: Graph): ByPool {
  let assignments = BY_POOL.get(graph);
  if (!assignments) BY_POOL.set(graph, (assignments = byPool(graph)));
  return assignments;
}

function byPool(graph: Graph): ByPool {
  const assignments = new Map<string, Manifest<'IPAssignment'>[]>();
  for (const manifest of graph.all('IPAssignment').sort(byName)) {
    const { pool } = manifest.spec;
    if (pool === undefined) continue;
    const others = assignments.get(pool);
    if (others) others.push(manifest);
    else assignments.set(pool, [manifest]);
  }
  return assignments;
}

function byName(a: Manifest, b: Manifest): number {
  return compareText(a.metadata.name, b.metadata.name);
}
