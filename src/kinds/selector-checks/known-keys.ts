import type { Graph } from '../../model/graph.ts';
import { BUILT_IN_LABELS } from '../../model/selector.ts';

/** Every key a compute has, or would have once it is ordered. */
export function knownKeys(graph: Graph): ReadonlySet<string> {
  const keys = new Set<string>(BUILT_IN_LABELS);
  for (const kind of ['Compute', 'Host', 'ComputeProfile'] as const) {
    for (const { spec } of graph.all(kind)) {
      for (const key of Object.keys(spec.tags ?? {})) keys.add(key);
    }
  }
  return keys;
}
