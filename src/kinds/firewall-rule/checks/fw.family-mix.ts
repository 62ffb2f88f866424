import { parseNetwork } from '../../../model/ip/ip-network.ts';
import type { Check } from '../../kind.ts';

/** A rule's source is of one address family and its destination of the other. */
export const fwFamilyMix: Check<'FirewallRule'> = {
  id: 'fw.family-mix',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const source = parseNetwork(manifest.spec.source)?.network;
      const destination = parseNetwork(manifest.spec.destination)?.network;
      if (!source || !destination || source.family === destination.family) continue;
      yield {
        manifest,
        pointer: '/spec/destination',
        message: `the source is IPv${source.family} and the destination IPv${destination.family}: no packet has both`,
        hint: 'write two rules, one for each address family',
        related: [{ manifest, pointer: '/spec/source', message: `this is IPv${source.family}` }],
      };
    }
  },
  page: {
    meaning: `A packet has two addresses of one family, so a rule whose source is IPv4 and whose destination is IPv6
matches nothing. A rule that is to hold for both families leaves \`source\` and \`destination\` at \`any\`, or is written
twice. Such a rule is left out of everything else that is said of the firewall.`,
    fails: `
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-postgres
spec:
  action: ALLOW
  protocol: tcp
  source: 10.20.0.0/24
  destination: fd6a:20c1:7e44:20::7
  portStart: 5432
`,
    passes: `
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-postgres
spec:
  action: ALLOW
  protocol: tcp
  source: fd6a:20c1:7e44:20::/64
  destination: fd6a:20c1:7e44:20::7
  portStart: 5432
`,
  },
};
