import { dnsOf } from '../../../model/dns/dns.ts';
import type { Check } from '../../kind.ts';

/** A name has a CNAME and other records beside it. */
export const cnameCoexists: Check<'DNSRecord'> = {
  id: 'cname.coexists',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const records of dnsOf(graph).atName.values()) {
      const alias = records.find(({ type }) => type === 'CNAME');
      const others = records.filter(({ type }) => type !== 'CNAME');
      // At the top of a zone the other data are SOA and NS, and that is a rule of its own.
      if (!alias || others.length === 0 || alias.owner === alias.zone.domain) continue;
      const types = [...new Set(others.map(({ type }) => type))].sort().join(', ');
      yield {
        manifest: alias.manifest,
        pointer: '/spec/name',
        message: `${alias.owner} is an alias (CNAME), and has ${types} too`,
        hint: 'an alias has no other records: drop the CNAME, or give its target the others',
        related: [...new Map(others.map((other) => [other.manifest, other])).values()].map((other) => ({
          manifest: other.manifest,
          pointer: other.derived ? other.pointer : '/spec/name',
          message: other.derived ? 'its PTR is derived here' : `its ${other.type}`,
        })),
      };
    }
  },
  page: {
    meaning: `A CNAME says that a name is another name in all respects, so nothing else can be said of it (RFC 1034, 3.6.2). BIND refuses to load such a zone; other servers drop one of the records without a word.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: example.com, name: shop, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-txt }
spec: { zone: example.com, name: www, type: TXT, value: verification=4711 }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: example.com, name: shop, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-txt }
spec: { zone: example.com, name: shop, type: TXT, value: verification=4711 }
`,
  },
};
