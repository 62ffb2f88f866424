import { ipLiterals } from '../../model/ip-literals.ts';
import { ipText } from '../../model/ip/ip-text.ts';
import type { Check } from '../kind.ts';
import { isNetworkTold } from './is-network-told.ts';

/** A gateway is of another family than the address and the network it is for. */
export const gatewaySameFamily: Check<'IPAddress' | 'IPPool'> = {
  id: 'gateway.same-family',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const { address, network, gateway } = ipLiterals(manifest.spec);
      // Where address and network differ too, the gateway sides with one of them, and ip.in-cidr says so.
      const family = (address ?? network)?.family;
      if (!gateway || !family || gateway.family === family || gateway.family === network?.family) continue;
      if (isNetworkTold(manifest, graph)) continue;
      const pointer = address ? '/spec/address' : '/spec/cidr';
      yield {
        manifest,
        pointer: '/spec/gateway',
        message: `the gateway ${ipText(gateway)} is IPv${gateway.family}, and what it is for is IPv${family}`,
        hint: 'write the gateway of this family; the other family has a manifest of its own',
        related: [{ manifest, pointer, message: `this is IPv${family}` }],
      };
    }
  },
  page: {
    meaning: `IPv4 packets cannot be sent to an IPv6 gateway, nor the other way round. A machine that has both families
has two addresses, each with the gateway of its own family.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.10
  type: public
  gateway: 2a01:4f8:c17:1::1
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.10
  type: public
  gateway: 49.12.8.1
`,
  },
};
