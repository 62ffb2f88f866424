import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Check } from '../../kind.ts';

/** The value of a record is not of the form that its type asks for. */
export const dnsValueSyntax: Check<'DNSRecord'> = {
  id: 'dns.value-syntax',
  severity: 'error',
  run: (_manifests, { graph }) => faultsOf(graph, 'dns.value-syntax'),
  page: {
    meaning: `The value of a record has the form that its type asks for: an address for A and AAAA, a name for CNAME, NS and PTR, \`preference name\` for MX, \`priority weight port name\` for SRV, \`flags tag "value"\` for CAA. A name server that cannot read one record refuses the whole zone.

A TXT is taken as it stands and split where it is too long, unless it begins with a quote: then it is read as the quoted strings of a zone file.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-a }
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex-mx }
spec: { zone: example.com, name: '@', type: MX, value: mail.example.com. }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mail-a }
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: apex-mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail.example.com. }
`,
  },
};
