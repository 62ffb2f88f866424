import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Check } from '../../kind.ts';

/** A PTR record stands at a name that is the reverse name of no address, or `ptr: true` where there is no address. */
export const ptrNameMatchesAddress: Check<'DNSRecord'> = {
  id: 'ptr.name-matches-address',
  severity: 'error',
  run: (_manifests, { graph }) => faultsOf(graph, 'ptr.name-matches-address'),
  page: {
    meaning: `The reverse record of an address stands at a name made of the address: all four parts in reverse order below \`in-addr.arpa\`, or all 32 hexadecimal digits below \`ip6.arpa\`. At any other name nobody looks for it. Names of services with an underscore, as in DNS-SD, are the exception, and so are ranges delegated as in RFC 2317.

\`ptr: true\` derives that name; it works where a record of one name holds an address, so in A and AAAA and not at a wildcard.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: reverse }
spec: { name: 113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: web-01-ptr }
spec: { zone: reverse, name: '10.113', type: PTR, value: web-01.example.com. }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: reverse }
spec: { name: 113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: web-01-ptr }
spec: { zone: reverse, name: '10', type: PTR, value: web-01.example.com. }
`,
  },
};
