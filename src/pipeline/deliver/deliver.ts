import { agreedPrice } from '../../model/agreed-price.ts';
import { canonicalIp } from '../../model/ip/canonical-ip.ts';
import type { Delivery } from '../../model/delivery.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Price } from '../../model/price.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { vectorOf } from '../../model/resources.ts';
import type { ComputeSpec } from '../../model/spec/compute.ts';
import { VENDOR_OF } from '../../model/vendor-of.ts';
import { networkOf } from './network-of.ts';
import { regionOf } from './region-of.ts';

/**
 * Adds what Hosts are once they are there: computes, with capacity, cost and addresses. What is recorded of a Host says
 * where it was made; before that, where it is tried first. `today` is `YYYY-MM-DD`, UTC.
 */
export function deliver(graph: Graph, today: string, recorded: readonly RecordedObject[]): Graph {
  const hosts = graph.all('Host');
  if (hosts.length === 0) return graph;
  const known = new Map(recorded.flatMap((object) => (object.kind === 'Host' ? [[object.key, object]] : [])));
  // Before anything is made there are no addresses that could stand there twice.
  const declared = known.size === 0 ? [] : graph.all('IPAddress');
  const addresses = new Set(declared.map(({ spec }) => canonicalIp(spec.address)));
  return graph.with(
    hosts.flatMap((host) => {
      const status = known.get(host.metadata.name)?.status ?? {};
      return deliveryOf(host, graph, today, status, addresses);
    }),
  );
}

function deliveryOf(
  host: Manifest<'Host'>,
  graph: Graph,
  today: string,
  status: RecordedObject['status'],
  addresses: ReadonlySet<string>,
): Delivery[] {
  const profile = graph.get('ComputeProfile', host.spec.profile);
  // What is missing, or stands there under the same name, is another check's to report.
  if (!profile || graph.get('Compute', host.metadata.name)) return [];
  const { family, tags, price, resources } = profile.spec;
  const organization = graph.get('Workspace', host.spec.workspace)?.spec.organization ?? '';
  // What was agreed when it was ordered stands.
  const ordered = status['price'] as Price | undefined;
  const agreed = agreedPrice(graph, organization, profile, today);
  const spec: ComputeSpec = {
    ...VENDOR_OF[family],
    region: regionOf(host, profile, graph, status),
    state: host.spec.state,
    tags: { ...tags, ...host.spec.tags },
    billing: { monthlyCost: ordered?.monthly ?? agreed, currency: ordered?.currency ?? price.currency },
  };
  const compute: Manifest<'Compute'> = { ...host, kind: 'Compute', spec };
  return [
    {
      compute,
      resources: vectorOf(resources),
      network: networkOf(host, graph, status, addresses),
      pending: status['machine'] === undefined,
    },
  ];
}
