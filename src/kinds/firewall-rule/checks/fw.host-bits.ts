import { networkText, parseNetwork } from '../../../model/ip/ip-network.ts';
import type { Check } from '../../kind.ts';

const SIDES = ['source', 'destination'] as const;

/** A network of a rule is written with an address inside it, so that one machine may have been meant. */
export const fwHostBits: Check<'FirewallRule'> = {
  id: 'fw.host-bits',
  severity: 'warning',
  *run(manifests) {
    for (const manifest of manifests) {
      for (const side of SIDES) {
        const text = manifest.spec[side];
        const read = text === 'any' ? null : parseNetwork(text);
        if (!read?.hostBits) continue;
        yield {
          manifest,
          pointer: `/spec/${side}`,
          message: `${text} has bits set beyond its prefix: the rule matches all of ${networkText(read.network)}`,
          hint: `write ${networkText(read.network)} if the network is meant, and ${text.split('/')[0]} if the one address is`,
        };
      }
    }
  },
  page: {
    meaning: `\`10.20.0.7/24\` is read as the whole network 10.20.0.0/24, 256 addresses, though somebody may have had
the one machine in mind. A rule for a single machine leaves the prefix out.`,
    fails: `
apiVersion: stowage/v1
kind: FirewallRule
metadata:
  name: allow-postgres
spec:
  action: ALLOW
  protocol: tcp
  source: 10.20.0.7/24
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
  source: 10.20.0.7
  portStart: 5432
`,
  },
};
