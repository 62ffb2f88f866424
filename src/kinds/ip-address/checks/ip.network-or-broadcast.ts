import { ipLiterals } from '../../../model/ip-literals.ts';
import { networkText } from '../../../model/ip/ip-network.ts';
import { ipText } from '../../../model/ip/ip-text.ts';
import { networkBounds } from '../../../model/ip/network-bounds.ts';
import type { Check } from '../../kind.ts';

/** An address is one that its network keeps for itself. */
export const ipNetworkOrBroadcast: Check<'IPAddress'> = {
  id: 'ip.network-or-broadcast',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { address, network } = ipLiterals(manifest.spec);
      if (!address || address.family !== network?.family) continue;
      const bound = networkBounds(network).find(({ value }) => value === address.value);
      if (!bound) continue;
      yield {
        manifest,
        pointer: '/spec/address',
        message: `${ipText(address)} is ${bound.what} of ${networkText(network)}, which no machine may have`,
        hint: 'write an address between the first and the last of the network, or correct cidr',
        related: [{ manifest, pointer: '/spec/cidr', message: 'the network' }],
      };
    }
  },
  page: {
    meaning: `The first address of an IPv4 network names the network, and all its machines listen to the last; the first
of an IPv6 network is every router's. No machine can have them. Networks of one or two addresses (/31, /32, /127, /128)
keep none back.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.255
  type: public
  cidr: 49.12.8.0/24
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.254
  type: public
  cidr: 49.12.8.0/24
`,
  },
};
