import type { Manifest } from '../../../model/manifest.ts';
import type { Check } from '../../kind.ts';

/** One address is given away twice. */
export const ipAssignedTwice: Check<'IPAssignment'> = {
  id: 'ip.assigned-twice',
  severity: 'error',
  *run(manifests, { graph }) {
    const seen = new Map<string, Manifest<'IPAssignment'>>();
    for (const manifest of manifests) {
      const { ip, compute } = manifest.spec;
      if (ip === undefined) continue;
      const first = seen.get(ip);
      if (!first) seen.set(ip, manifest);
      else {
        const address = graph.get('IPAddress', ip)?.spec.address ?? ip;
        const whose = first.spec.compute === compute ? `${compute} already has` : `${first.spec.compute} has`;
        yield {
          manifest,
          pointer: '/spec/ip',
          message: `${whose} ${address}, by IPAssignment/${first.metadata.name}`,
          hint: 'delete one of the two IPAssignments, or give another address',
          related: [{ manifest: first, pointer: '/spec/ip', message: 'first assigned here' }],
        };
      }
    }
  },
  page: {
    meaning: `Two IPAssignments give one address away. Two machines that answer to one address cut each other off, and one
machine has no use for having it twice.`,
    fails: `
apiVersion: stowage/v1
kind: Compute
metadata:
  name: fsn1-web-01
spec:
  type: vm
  provider: hetzner
  region: fsn1
---
apiVersion: stowage/v1
kind: Compute
metadata:
  name: fsn1-web-02
spec:
  type: vm
  provider: hetzner
  region: fsn1
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: shop-v4
spec:
  address: 49.12.8.10
  type: public
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-v4
spec:
  compute: fsn1-web-01
  ip: shop-v4
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-02-v4
spec:
  compute: fsn1-web-02
  ip: shop-v4
`,
    passes: `
apiVersion: stowage/v1
kind: Compute
metadata:
  name: fsn1-web-01
spec:
  type: vm
  provider: hetzner
  region: fsn1
---
apiVersion: stowage/v1
kind: Compute
metadata:
  name: fsn1-web-02
spec:
  type: vm
  provider: hetzner
  region: fsn1
---
apiVersion: stowage/v1
kind: IPAddress
metadata:
  name: shop-v4
spec:
  address: 49.12.8.10
  type: public
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-02-v4
spec:
  compute: fsn1-web-02
  ip: shop-v4
`,
  },
};
