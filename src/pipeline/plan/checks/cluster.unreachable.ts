import type { Diagnostic } from '../../../model/diagnostic.ts';
import { diagnosticOf } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { HostOrders } from '../host-orders.ts';

/** A Host would be ordered into a cluster that it could not join: no control-plane node can be reached. */
export function clusterUnreachable({ orders }: HostOrders, graph: Graph): Diagnostic[] {
  const told = new Set<string>();
  return [...orders].flatMap(([name, { order }]) => {
    const host = graph.get('Host', name);
    const workspace = host && graph.get('Workspace', host.spec.workspace);
    if (!workspace || order.cluster?.controlPlane.length !== 0 || told.has(workspace.metadata.name))
      return [];
    told.add(workspace.metadata.name);
    const finding = {
      manifest: workspace,
      pointer: workspace.spec.kubernetes?.controlPlane ? '/spec/kubernetes/controlPlane' : '/spec/kubernetes',
      message: `no control-plane node of it can be reached, so ${name} could not join`,
      hint: 'select active computes with controlPlane, and give each an address and spec.ssh.hostKey',
      related: [{ manifest: host, pointer: '/spec/workspace', message: 'ordered into it' }],
    };
    return [diagnosticOf(finding, 'cluster.unreachable', 'error')];
  });
}
