import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ClusterOrder, MachineOrder } from '../../model/machine.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { clusterOrder } from './cluster-order.ts';
import { machineOrder } from './machine-order.ts';
import { providerFor } from './provider-for.ts';

/** What is ordered for a Host, and where; a provider of the free pool is claimed with it. */
export interface HostOrder {
  readonly provider: Manifest<'ComputeProvider'>;
  readonly order: MachineOrder;
}

/** The orders of a fleet's Hosts, by name, and the claims that they make. */
export interface HostOrders {
  readonly orders: ReadonlyMap<string, HostOrder>;
  /** Providers of the free pool, and the organization that they are claimed for now. */
  readonly claims: ReadonlyMap<string, string>;
  /** Hosts that no provider is there for. */
  readonly homeless: readonly Manifest<'Host'>[];
}

/**
 * Finds for every Host where it is ordered from. A Host that was made stays with its provider. Whoever comes first, by
 * name, claims from the free pool, and the others of its organization order from the same provider.
 */
export function hostOrders(graph: Graph, recorded: readonly RecordedObject[], today: string): HostOrders {
  const hosts = graph.all('Host').sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  if (hosts.length === 0) return { orders: new Map(), claims: new Map(), homeless: [] };
  const made = new Map(
    recorded.flatMap(({ kind, key, status }) =>
      kind === 'Host' ? [[key, status['provider']] as const] : [],
    ),
  );
  const claimed = new Map(
    recorded.flatMap(({ kind, key, status }) =>
      kind === 'ComputeProvider' && typeof status['organization'] === 'string'
        ? [[key, status['organization']] as const]
        : [],
    ),
  );
  const orders = new Map<string, HostOrder>();
  const claims = new Map<string, string>();
  const homeless: Manifest<'Host'>[] = [];
  const clusters = new Map<string, ClusterOrder | null>();
  const clusterOf = (workspace: Manifest<'Workspace'>): ClusterOrder | null => {
    const { name } = workspace.metadata;
    const known = clusters.get(name);
    if (known !== undefined) return known;
    const cluster = clusterOrder(workspace, graph, recorded);
    clusters.set(name, cluster);
    return cluster;
  };
  for (const host of hosts) {
    const { name } = host.metadata;
    const home = made.get(name);
    const provider =
      typeof home === 'string'
        ? (graph.get('ComputeProvider', home) ?? null)
        : providerFor(host.spec, graph, new Map([...claimed, ...claims]));
    if (!provider) {
      if (home === undefined) homeless.push(host);
      continue;
    }
    const organization = graph.get('Workspace', host.spec.workspace)?.spec.organization;
    const isFree = provider.spec.organization === undefined && !claimed.has(provider.metadata.name);
    if (isFree && organization !== undefined) claims.set(provider.metadata.name, organization);
    const order = machineOrder(host, provider, graph, clusterOf, today);
    if (order) orders.set(name, { provider, order });
  }
  return { orders, claims, homeless };
}
