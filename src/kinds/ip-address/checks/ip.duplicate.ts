import { ipLiterals } from '../../../model/ip-literals.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';

/** Two manifests declare one address, however it is written. */
export const ipDuplicate: Check<'IPAddress'> = {
  id: 'ip.duplicate',
  severity: 'error',
  *run(manifests) {
    const seen = { 4: new Map<bigint, Manifest<'IPAddress'>>(), 6: new Map<bigint, Manifest<'IPAddress'>>() };
    for (const manifest of manifests) {
      const { address } = ipLiterals(manifest.spec);
      if (!address) continue;
      const ofFamily = seen[address.family];
      const first = ofFamily.get(address.value);
      if (!first) ofFamily.set(address.value, manifest);
      else {
        const { name } = first.metadata;
        const spelt = first.spec.address === manifest.spec.address ? '' : ` as ${first.spec.address}`;
        yield {
          manifest,
          pointer: '/spec/address',
          message: `${manifest.spec.address} is already declared by IPAddress/${name}${spelt}`,
          hint: 'delete one of the two manifests, or correct its address',
          related: [{ manifest: first, pointer: '/spec/address', message: 'first declared here' }],
        };
      }
    }
  },
  page: {
    meaning: `An IPAddress is identified by its address, so two manifests with one address are one object described
twice. Spellings are compared in their canonical form: \`2001:DB8:0::1\` is \`2001:db8::1\`.`,
    fails: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v6
spec:
  address: 2a01:4f8:c17:1::10
  type: public
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: shop-v6
spec:
  address: 2A01:04F8:C17:1:0::10
  type: public
`,
    passes: `
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: fsn1-web-01-v6
spec:
  address: 2a01:4f8:c17:1::10
  type: public
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: shop-v6
spec:
  address: 2a01:4f8:c17:1::11
  type: public
`,
  },
};
