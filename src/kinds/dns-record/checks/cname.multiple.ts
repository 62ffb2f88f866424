import { dnsOf } from '../../../model/dns/dns.ts';
import type { Check } from '../../kind.ts';

/** A name is an alias of several names. */
export const cnameMultiple: Check<'DNSRecord'> = {
  id: 'cname.multiple',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const records of dnsOf(graph).atName.values()) {
      const [first, ...more] = records.filter(({ type }) => type === 'CNAME');
      const other = more.find(({ text }) => text !== first?.text);
      if (!first || !other) continue;
      yield {
        manifest: other.manifest,
        pointer: other.pointer,
        message: `${other.owner} is an alias of ${other.target}, and of ${first.target} already`,
        hint: 'an alias leads to one name; give that name several addresses instead',
        related: [{ manifest: first.manifest, pointer: first.pointer, message: 'first alias' }],
      };
    }
  },
  page: {
    meaning: `A name has at most one CNAME (RFC 2181, 10.1). To spread load over several machines, let the CNAME lead to one name, and give that name the addresses of all.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-cname }
spec: { zone: example.com, name: shop, type: CNAME, value: [shop.example.net., shop.example.org.] }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-cname }
spec: { zone: example.com, name: shop, type: CNAME, value: shop.example.net. }
`,
  },
};
