import { distance } from 'fastest-levenshtein';
import type { DnsRecord } from '../../../model/dns/dns-record.ts';
import { dnsOf } from '../../../model/dns/dns.ts';
import type { ZoneIndex } from '../../../model/dns/zone-index.ts';
import { zonesOver } from '../../../model/dns/zone-index.ts';
import { parentOf } from '../../../model/dns/zone.ts';
import { nearestName } from '../../../model/nearest-name.ts';
import type { Check } from '../../kind.ts';

/** So many letters may differ. */
const SLIPS = 2;
/** Shorter domains are near to one another by chance. */
const SHORTEST = 8;

/** A record leads to a domain that is not the fleet's, and is spelt almost like one that is. */
export const dnsNearZone: Check<'DNSZone'> = {
  id: 'dns.near-zone',
  severity: 'warning',
  *run(_manifests, { graph, unread }) {
    if (unread('DNSZone')) return;
    const { records, zones } = dnsOf(graph);
    const nearTo = new Map<string, string | null>();
    const found = new Map<string, { near: string; leading: [DnsRecord, ...DnsRecord[]] }>();
    for (const record of records) {
      const { target } = record;
      if (target === null || zonesOver(target, zones).length > 0) continue;
      for (const domain of domainsOver(target)) {
        if (!nearTo.has(domain)) nearTo.set(domain, nearestZone(domain, zones));
        const near = nearTo.get(domain);
        const known = found.get(domain);
        if (known) known.leading.push(record);
        else if (near) found.set(domain, { near, leading: [record] });
      }
    }
    for (const [domain, { near, leading }] of found) {
      const [{ manifest, pointer, target }, ...others] = leading;
      const more = others.length === 0 ? '' : `, and so it is with ${others.length} more`;
      yield {
        manifest,
        pointer,
        message: `${target} is in no zone of the fleet, which has ${near}, not ${domain}${more}`,
        hint: `did you mean ${target?.slice(0, -domain.length)}${near}? Or is the name of the zone misspelt?`,
        related: [
          ...(zones.ofDomain.get(near) ?? []).map((zone) => ({
            manifest: zone.manifest,
            pointer: '/spec/name',
            message: 'the zone that is spelt almost alike',
          })),
          ...others.map((other) => ({
            manifest: other.manifest,
            pointer: other.pointer,
            message: `leads to ${other.target}`,
          })),
        ],
      };
    }
  },
  page: {
    meaning: `An alias, a mail server or a name server is in a domain that no zone of the fleet covers, and a zone differs from it
by a letter or two. Most often one of them is misspelt. Names below a misspelt domain are anybody's who registers it, and
get the traffic then. Digits do not count, nor do short domains or those of another top-level domain; what leads to one and
the same such domain is one warning.`,
    fails: example('example-tols.com'),
    passes: example('example-tools.com'),
  },
};

function* domainsOver(name: string): Iterable<string> {
  for (let domain: string | null = name; domain !== null; domain = parentOf(domain)) yield domain;
}

function nearestZone(domain: string, { ofDomain }: ZoneIndex): string | null {
  if (domain.length < SHORTEST) return null;
  const [labels, top] = [domain.split('.').length, domain.slice(domain.lastIndexOf('.'))];
  const alike = [...ofDomain.keys()].filter(
    (zone) => zone.endsWith(top) && zone.split('.').length === labels && top !== '.arpa',
  );
  const near = nearestName(domain, alike);
  return near !== undefined && distance(near, domain) <= SLIPS ? near : null;
}

function example(domain: string): string {
  return `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example-tools.com }
spec: { name: example-tools.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: edge-a }
spec: { zone: example-tools.com, name: edge, type: A, value: 49.12.8.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: CNAME, value: edge.${domain}. }
`;
}
