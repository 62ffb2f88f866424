import { misfitsOfPool } from '../../address-checks/misfits-of-pool.ts';
import { poolOverlaps } from '../../address-checks/pool-overlaps.ts';
import { shortageOfPool } from '../../address-checks/shortage-of-pool.ts';
import type { Check } from '../../kind.ts';

/** More IPAssignments name a pool than it has addresses to hand out. */
export const poolExhausted: Check<'IPPool'> = {
  id: 'pool.exhausted',
  severity: 'error',
  *run(manifests, { graph }) {
    for (const manifest of manifests) {
      const shortage = shortageOfPool(manifest, graph);
      if (!shortage || poolOverlaps(graph).has(manifest)) continue;
      const { free, needed, first } = shortage;
      const misfits = misfitsOfPool(manifest);
      yield {
        manifest,
        pointer: '/spec/cidr',
        message: `IPPool/${manifest.metadata.name} is exhausted: ${needed} addresses are needed, and ${manifest.spec.cidr} has ${free} to hand out`,
        hint:
          misfits.length > 0
            ? 'write the network that is meant: other fields of the pool are not in this one'
            : 'widen the network, exclude less, or let some IPAssignments name another pool',
        related: [
          ...(first
            ? [{ manifest: first, pointer: '/spec/pool', message: 'by name, the first beyond what there is' }]
            : []),
          ...misfits,
        ],
      };
    }
  },
  page: {
    meaning: `Every IPAssignment that names a pool takes one of its addresses, and there are more of them than addresses.
A pool does not hand out its network and broadcast address, its gateway, what it excludes, and what an IPAddress declares.
Addresses that were handed out before count as needed, since they stay. Where the network was narrowed so far that the gateway, or what the
pool excludes, is not in it any more, that is shown here and is no further error.`,
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
kind: IPPool
metadata:
  name: fsn1-private
spec:
  cidr: 10.20.0.0/30
  gateway: 10.20.0.1
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-private
spec:
  compute: fsn1-web-01
  pool: fsn1-private
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-02-private
spec:
  compute: fsn1-web-02
  pool: fsn1-private
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
kind: IPPool
metadata:
  name: fsn1-private
spec:
  cidr: 10.20.0.0/29
  gateway: 10.20.0.1
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-01-private
spec:
  compute: fsn1-web-01
  pool: fsn1-private
---
apiVersion: stowage/v1
kind: IPAssignment
metadata:
  name: fsn1-web-02-private
spec:
  compute: fsn1-web-02
  pool: fsn1-private
`,
  },
};
