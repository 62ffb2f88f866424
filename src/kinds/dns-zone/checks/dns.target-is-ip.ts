import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Check } from '../../kind.ts';

/** A record that leads to a name has an address in its place. */
export const dnsTargetIsIp: Check<'DNSZone'> = {
  id: 'dns.target-is-ip',
  severity: 'error',
  run: (_manifests, { graph }) => faultsOf(graph, 'dns.target-is-ip'),
  page: {
    meaning: `CNAME, NS, MX, SRV and PTR lead to a name, and so do the name servers of a zone. An address there is taken as a name, \`203.0.113.10.\`, which does not exist.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-cname }
spec: { zone: example.com, name: www, type: CNAME, value: 203.0.113.10 }
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
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10 }
`,
  },
};
