import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Check } from '../../kind.ts';

/** An A record does not hold an IPv4 address, an AAAA record no IPv6 address, or another type takes one from an IPAddress. */
export const dnsFamily: Check<'DNSRecord'> = {
  id: 'dns.family',
  severity: 'error',
  run: (_manifests, { graph }) => faultsOf(graph, 'dns.family'),
  page: {
    meaning: `An A record holds an IPv4 address, an AAAA record an IPv6 address, and no other type holds any. A name server refuses a zone in which one holds the other, with every name in it.

Where the value comes from an IPAddress by \`ip\`, the address decides which type it takes; a name with both families has two records.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: '2a01:4f8:c17:1::10' }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-aaaa }
spec: { zone: example.com, name: www, type: AAAA, value: '2a01:4f8:c17:1::10' }
`,
  },
};
