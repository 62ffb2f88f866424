import { ipLiterals } from '../../model/ip-literals.ts';
import { networkOfOne } from '../../model/ip/ip-network.ts';
import { specialNetworkOf } from '../../model/ip/special-networks.ts';
import type { Check } from '../kind.ts';

/** An address that the internet does not lead to is marked public. */
export const ipClass: Check<'IPAddress' | 'IPPool'> = {
  id: 'ip.class',
  severity: 'warning',
  *run(manifests) {
    for (const manifest of manifests) {
      const { spec } = manifest;
      if (spec.type !== 'public') continue;
      const { address, network } = ipLiterals(spec);
      const [text, pointer] = 'address' in spec ? [spec.address, '/spec/address'] : [spec.cidr, '/spec/cidr'];
      const range = 'address' in spec ? address && networkOfOne(address) : network;
      const special = range && specialNetworkOf(range);
      if (!special) continue;
      yield {
        manifest,
        pointer: '/spec/type',
        message: `${text} is ${special.what}, and is marked public`,
        hint: special.private
          ? 'write type: private, or the public address that is meant'
          : 'the internet does not lead there: write the public address that is meant, or type: private',
        related: [{ manifest, pointer, message: `this is ${special.what}` }],
      };
    }
  },
  page: {
    meaning: `An address is marked \`public\`, and lies in a network that the internet does not lead to: private (RFC 1918,
unique local), carrier-grade NAT, link-local, kept for documentation, and the like. Most often it was copied from an
example, or the type was. What builds on it, such as a DNS record, would lead nowhere.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-private
spec:
  address: 10.20.0.10
  type: public
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-private
spec:
  address: 10.20.0.10
  type: private
`,
  },
};
