import type { Graph } from '../../model/graph.ts';
import type { ClusterOrder } from '../../model/machine.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { reachOf } from '../../model/reach-of.ts';
import { labelsOf, selects } from '../../model/selector.ts';

/** The cluster that hosts of a workspace join, with the control-plane nodes that can be reached; null for plain hosts. */
export function clusterOrder(
  { spec }: Manifest<'Workspace'>,
  graph: Graph,
  recorded: readonly RecordedObject[],
): ClusterOrder | null {
  if (spec.type !== 'kubernetes' || !spec.kubernetes) return null;
  const { version, controlPlane } = spec.kubernetes;
  const nodes = graph
    .all('Compute')
    .filter((compute) => compute.spec.state === 'active')
    .filter((compute) => controlPlane && selects(controlPlane, labelsOf(compute.metadata.name, compute.spec)))
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  return { version, controlPlane: nodes.flatMap((node) => reachOf(node, graph, recorded) ?? []) };
}
