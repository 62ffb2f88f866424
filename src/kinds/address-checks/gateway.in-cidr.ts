import type { Elsewhere } from '../../model/finding.ts';
import { ipLiterals } from '../../model/ip-literals.ts';
import { BITS } from '../../model/ip/ip-address.ts';
import { inNetwork, networkText } from '../../model/ip/ip-network.ts';
import { ipText } from '../../model/ip/ip-text.ts';
import { isLinkLocal } from '../../model/ip/special-networks.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Check } from '../kind.ts';
import { isNetworkTold } from './is-network-told.ts';
import { misfitsOfPool } from './misfits-of-pool.ts';

/** A gateway lies outside of the network it is to lead out of. */
export const gatewayInCidr: Check<'IPAddress' | 'IPPool'> = {
  id: 'gateway.in-cidr',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const { address, network, gateway } = ipLiterals(manifest.spec);
      if (!network || !gateway || gateway.family !== network.family || inNetwork(gateway, network)) continue;
      // A network of one machine has its gateway outside, and a link-local one is on every link.
      if (network.prefix === BITS[network.family] || isLinkLocal(gateway)) continue;
      if (isNetworkTold(manifest, graph)) continue;
      // Where the address is outside too, the network is what is wrong, and ip.in-cidr says so.
      if (address && !inNetwork(address, network)) continue;
      yield {
        manifest,
        pointer: '/spec/gateway',
        message: `the gateway ${ipText(gateway)} is not in ${networkText(network)}`,
        hint: 'write the address that the router has in this network, or correct cidr',
        related: [{ manifest, pointer: '/spec/cidr', message: 'the network' }, ...excludedToo(manifest)],
      };
    }
  },
  page: {
    meaning: `A machine reaches its gateway without a gateway, so it must be in the machine's own network. A link-local
gateway (\`fe80::1\`) is on every link, and the one address of a /32 or /128 has its gateway outside of necessity: both
are accepted.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.10
  type: public
  cidr: 49.12.8.0/24
  gateway: 49.12.9.1
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.10
  type: public
  cidr: 49.12.8.0/24
  gateway: 49.12.8.1
`,
  },
};

/** What a pool excludes that is outside as well: then the network is what is wrong. */
function excludedToo(manifest: Manifest<'IPAddress' | 'IPPool'>): Elsewhere[] {
  if (manifest.kind !== 'IPPool') return [];
  return misfitsOfPool(manifest as Manifest<'IPPool'>).filter(({ pointer }) => pointer !== '/spec/gateway');
}
