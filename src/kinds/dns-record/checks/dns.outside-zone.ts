import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Check } from '../../kind.ts';

/** A name is not below the domain of its zone, or a longer zone of the fleet answers for it. */
export const dnsOutsideZone: Check<'DNSRecord'> = {
  id: 'dns.outside-zone',
  severity: 'error',
  run: (_manifests, { graph }) => faultsOf(graph, 'dns.outside-zone'),
  page: {
    meaning: `Resolvers ask the zone with the longest domain that covers a name. A record that stands in another zone is never found: one of a foreign domain, or one of \`www.shop.example.com\` in \`example.com\` while \`shop.example.com\` is a zone of its own.

Two sorts of records belong in the zone above all the same: the NS records that delegate the zone below, and the addresses of name servers that lie in it (glue).`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: shop.example.com }
spec: { name: shop.example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-www }
spec: { zone: example.com, name: www.shop, type: A, value: 203.0.113.10 }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: shop.example.com }
spec: { name: shop.example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-www }
spec: { zone: shop.example.com, name: www, type: A, value: 203.0.113.10 }
`,
  },
};
