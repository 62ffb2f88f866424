import type { IpFault } from '../../model/ip/ip-fault.ts';
import { addressFault, cidrFault, rangeFault } from '../../model/ip/ip-fault.ts';
import type { FirewallRuleSpec } from '../../model/spec/firewall-rule.ts';
import type { IPAddressSpec } from '../../model/spec/ip-address.ts';
import type { IPPoolSpec } from '../../model/spec/ip-pool.ts';
import type { Check } from '../kind.ts';

const FIELDS = [
  { field: 'address', faultOf: addressFault },
  { field: 'cidr', faultOf: cidrFault },
  { field: 'gateway', faultOf: addressFault },
  { field: 'dnsServers', faultOf: addressFault },
  { field: 'exclude', faultOf: rangeFault },
  { field: 'source', faultOf: sideFault },
  { field: 'destination', faultOf: sideFault },
] as const;

/** The fields of all these kinds. */
type Literals = Partial<IPAddressSpec & IPPoolSpec & Pick<FirewallRuleSpec, 'source' | 'destination'>>;

/** An address is no strict literal: leading zeros, zone ids and IPv4 inside IPv6 are refused. */
export const ipSyntax: Check<'IPAddress' | 'IPPool' | 'FirewallRule'> = {
  id: 'ip.syntax',
  severity: 'error',
  *run(manifests) {
    for (const { field, faultOf } of FIELDS) {
      // A fleet names few networks, gateways and resolvers, and each of them often.
      const sound = new Set<string>();
      for (const manifest of manifests) {
        for (const { text, pointer } of textsIn(manifest.spec, field)) {
          const fault = sound.has(text) ? undefined : faultOf(text);
          if (fault) yield { manifest, pointer, ...fault };
          else sound.add(text);
        }
      }
    }
  },
  page: {
    meaning: `An address or a network is no strict literal. Some programs read \`010.0.0.1\` as 8.0.0.1, and
\`::ffff:203.0.113.10\` as the IPv4 address inside it; a zone id (\`fe80::1%eth0\`) means something on one machine only. So
that one address is one text to everybody, leading zeros, zone ids and IPv4 inside IPv6 are refused; an address has no
prefix length, and a network has one.

Nothing else is said of a field that cannot be read.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 10.20.0.010
  type: private
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 10.20.0.10
  type: private
`,
  },
};

function textsIn(spec: Literals, field: (typeof FIELDS)[number]['field']) {
  const value = spec[field] ?? [];
  if (typeof value === 'string') return [{ text: value, pointer: `/spec/${field}` }];
  return value.map((text, index) => ({ text, pointer: `/spec/${field}/${index}` }));
}

/** The source or the destination of a FirewallRule. */
function sideFault(text: string): IpFault | undefined {
  return text === 'any' ? undefined : rangeFault(text);
}
