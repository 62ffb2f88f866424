import { faultsOf } from '../../../model/dns/faults-of.ts';
import type { Check } from '../../kind.ts';

/** A name is none of the DNS: too long, with an empty label or with characters that such a name does not hold. */
export const dnsNameSyntax: Check<'DNSZone'> = {
  id: 'dns.name-syntax',
  severity: 'error',
  run: (_manifests, { graph }) => faultsOf(graph, 'dns.name-syntax'),
  page: {
    meaning: `A name has at most 253 characters and its labels 1 to 63. A name that has an address, takes mail or is led to as a host consists of letters, digits and hyphens; other owners may have underscores (\`_dmarc\`, \`_sip._tcp\`). A wildcard is the whole first label. Letters beyond ASCII are written in their \`xn--\` form.

Name servers refuse what breaks these rules, or serve it while others do not find it.`,
    fails: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: app-a }
spec: { zone: example.com, name: my_app, type: A, value: 203.0.113.10 }
`,
    passes: `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: app-a }
spec: { zone: example.com, name: my-app, type: A, value: 203.0.113.10 }
`,
  },
};
