import { ipLiterals } from '../../../model/ip-literals.ts';
import { ipText } from '../../../model/ip/ip-text.ts';
import type { Check } from '../../kind.ts';

/** An address is its own gateway. */
export const ipEqualsGateway: Check<'IPAddress'> = {
  id: 'ip.equals-gateway',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { address, gateway } = ipLiterals(manifest.spec);
      if (!address || address.family !== gateway?.family || address.value !== gateway.value) continue;
      yield {
        manifest,
        pointer: '/spec/address',
        message: `${ipText(address)} is its own gateway`,
        hint: 'correct one of the two; the address of the router itself is declared without a gateway',
        related: [{ manifest, pointer: '/spec/gateway', message: 'the gateway' }],
      };
    }
  },
  page: {
    meaning: `A gateway is another machine, which knows the way out of the network. A machine that was given the router's
address takes the whole network off line. The router's own address is declared without a gateway.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v4
spec:
  address: 49.12.8.1
  type: public
  cidr: 49.12.8.0/24
  gateway: 49.12.8.1
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
