import type { Dns } from './dns.ts';
import { recordsAt } from './answer.ts';
import type { DnsRecord } from './dns-record.ts';
import { covers, type Zone } from './zone.ts';
import { zonesOver } from './zone-index.ts';

/** All that one zone is to hold, and the addresses of name servers in zones of the fleet below it (glue, RFC 1034). */
export function zoneContent(dns: Dns, zone: Zone): DnsRecord[] {
  const own = dns.records.filter((record) => record.zone === zone);
  const held = new Set(own.filter(({ ip }) => ip).map(({ owner }) => owner));
  const hosts = new Set(own.flatMap(({ type, target }) => (type === 'NS' ? (target ?? []) : [])));
  const glue = [...hosts]
    .filter((host) => covers(zone.domain, host) && !held.has(host))
    .map((host) => ({ host, zones: zonesOver(host, dns.zones) }))
    .filter(({ zones }) => zones[0]?.domain !== zone.domain)
    .flatMap(({ host, zones }) => recordsAt(dns, zones, host).filter(({ ip }) => ip));
  return [...own, ...glue];
}
