import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Check } from '../../kind.ts';

/** A name that was meant to be absolute lacks its trailing dot, so that the zone is appended once more. */
export const dnsRepeatedZone: Check<'DNSRecord'> = {
  id: 'dns.repeated-zone',
  severity: 'error',
  run: (_manifests, { graph }) => faultsOf(graph, 'dns.repeated-zone'),
  page: {
    meaning: `A name without a trailing dot is relative to its zone. \`www.example.com\` in the zone \`example.com\` therefore means \`www.example.com.example.com\`, and nobody finds it. The same happens to the host that a record leads to, and in a reverse zone to every host.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www.example.com, type: A, value: 203.0.113.10 }
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
spec: { zone: example.com, name: www.example.com., type: A, value: 203.0.113.10 }
`,
  },
};
