import { dnsOf } from '../../../model/dns/dns.ts';
import type { Check } from '../../kind.ts';

/** The top of a zone is an alias. */
export const cnameApex: Check<'DNSRecord'> = {
  id: 'cname.apex',
  severity: 'error',
  *run(_manifests, { graph }) {
    const told = new Set<string>();
    for (const { type, owner, zone, manifest } of dnsOf(graph).records) {
      if (type !== 'CNAME' || owner !== zone.domain || told.has(manifest.metadata.name)) continue;
      told.add(manifest.metadata.name);
      yield {
        manifest,
        pointer: '/spec/name',
        message: `${owner} is the top of its zone, and cannot be an alias`,
        hint: 'give it A and AAAA records; the SOA and NS records that every zone has stand at this name',
        related: [{ manifest: zone.manifest, pointer: '/spec/name', message: 'the zone' }],
      };
    }
  },
  page: {
    meaning: `The domain at the top of a zone has the SOA and NS records of the zone, and a CNAME allows no other records beside it. Without addresses of its own, \`example.com\` can only be reached under another name.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex }
spec: { zone: example.com, name: '@', type: CNAME, value: shop.example.net. }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex }
spec: { zone: example.com, name: '@', type: A, value: 203.0.113.10 }
`,
  },
};
