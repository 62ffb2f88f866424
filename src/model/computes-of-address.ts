import type { Graph } from './graph.ts';

const INDEXES = new WeakMap<Graph, ReadonlyMap<string, readonly string[]>>();

/** The computes to which IPAssignments give an IPAddress, by its name; more than one is a mistake. */
export function computesOfAddress(ip: string, graph: Graph): readonly string[] {
  let index = INDEXES.get(graph);
  if (!index) INDEXES.set(graph, (index = indexOf(graph)));
  return index.get(ip) ?? [];
}

function indexOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { spec } of graph.all('IPAssignment')) {
    if (spec.ip === undefined) continue;
    const computes = index.get(spec.ip);
    if (computes) computes.push(spec.compute);
    else index.set(spec.ip, [spec.compute]);
  }
  return index;
}
