import { compareText } from '../../model/compare-text.ts';
import type { AddressLine, DnsLine, PortLine } from '../../model/capacity-report.ts';
import { absoluteName } from '../../model/dns/dns-name.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { DNSRecordSpec } from '../../model/spec/dns-record.ts';
import { typeOfPool } from '../../model/type-of-pool.ts';

/** Finds which address an IPAssignment has of its pool. */
export type OfPool = (assignment: Manifest<'IPAssignment'>) => string | undefined;

/** Lists the addresses of a compute, the primary ones first. */
export function addressLines(compute: string, graph: Graph, ofPool: OfPool): AddressLine[] {
  const lines = graph
    .all('IPAssignment')
    .filter(({ spec }) => spec.compute === compute)
    .map((assignment) => {
      const { ip, pool, primary } = assignment.spec;
      const declared = ip === undefined ? undefined : graph.get('IPAddress', ip)?.spec;
      const from = pool === undefined ? undefined : graph.get('IPPool', pool)?.spec;
      return {
        name: ip ?? null,
        address: declared?.address ?? ofPool(assignment) ?? null,
        type: declared?.type ?? (from && typeOfPool(from)) ?? null,
        pool: pool ?? null,
        primary,
      };
    });
  return lines.sort((a, b) => Number(b.primary) - Number(a.primary) || compareText(sortKey(a), sortKey(b)));
}

/** Lists the names whose records lead to some addresses. */
export function dnsLines(addresses: readonly AddressLine[], graph: Graph): DnsLine[] {
  const byName = new Map(addresses.map(({ name, address }) => [name, address]));
  const known = new Set(addresses.map(({ address }) => address));
  const lines = graph.all('DNSRecord').flatMap(({ spec }) => {
    const named = [spec.ip ?? []].flat().flatMap((ip) => byName.get(ip) ?? []);
    const written = [spec.value ?? []].flat().filter((value) => known.has(value));
    const name = absoluteName(spec.name, originOf(spec, graph));
    return [...named, ...written].map((address) => ({ name, type: spec.type, address }));
  });
  return lines.sort((a, b) => compareText(a.name, b.name) || compareText(a.type, b.type));
}

/** Lists the ports under which services are reached at some addresses. */
export function portLines(addresses: readonly AddressLine[], graph: Graph): PortLine[] {
  const byName = new Map(addresses.map(({ name, address }) => [name, address]));
  const lines = graph
    .all('PortAssignment')
    .flatMap(({ spec: { service, ip, port, protocol, servicePort } }) => {
      const address = byName.get(ip);
      return address ? [{ address, port, protocol, service, servicePort: servicePort ?? port }] : [];
    });
  return lines.sort(
    (a, b) => a.port - b.port || compareText(a.address, b.address) || compareText(a.protocol, b.protocol),
  );
}

function originOf({ zone }: DNSRecordSpec, graph: Graph): string {
  return (graph.get('DNSZone', zone)?.spec.name ?? zone).toLowerCase().replace(/\.$/, '');
}

function sortKey({ address, pool }: AddressLine): string {
  return address ?? `~${pool}`;
}
