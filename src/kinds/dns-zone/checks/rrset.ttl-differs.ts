import { rrsetsOf } from '../../../model/dns/rrsets.ts';
import type { Check } from '../../kind.ts';

/** Records of one name and type have different TTLs. */
export const rrsetTtlDiffers: Check<'DNSZone'> = {
  id: 'rrset.ttl-differs',
  severity: 'error',
  *run(_manifests, { graph }) {
    for (const set of rrsetsOf(graph)) {
      const [first, ...rest] = set.filter(({ derived }) => !derived);
      const other = rest.find(({ ttl, text }) => {
        return ttl !== first?.ttl && !set.some((each) => each.text === text && each.ttl !== ttl);
      });
      if (!first || !other) continue;
      yield {
        manifest: other.manifest,
        pointer: '/spec/ttl',
        message: `${other.owner} ${other.type} lives ${other.ttl} seconds here and ${first.ttl} elsewhere`,
        hint: 'all records of one name and type have one TTL; write them in one manifest',
        related: [{ manifest: first.manifest, pointer: '/spec/ttl', message: `${first.ttl} seconds` }],
      };
    }
  },
  page: {
    meaning: `All records of one name and type are kept and forgotten together, so they have one TTL (RFC 2181, 5.2). Name servers take the first they read for all, which may be the wrong one. It happens where two manifests spell one name differently, or a DNSRecord adds to the name servers of its DNSZone.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a-second }
spec: { zone: example.com, name: www.example.com., type: A, value: 203.0.113.11, ttl: 300 }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: [203.0.113.10, 203.0.113.11], ttl: 300 }
`,
  },
};
