import { assignmentsOfPools } from '../../../model/assignments-of-pools.ts';
import { freeInPool } from '../../../model/free-in-pool.ts';
import { ipLiterals } from '../../../model/ip-literals.ts';
import type { Check } from '../../kind.ts';

/** More IPAssignments name a pool than it has addresses to hand out. */
export const poolExhausted: Check<'IPPool'> = {
  id: 'pool.exhausted',
  severity: 'error',
  *run(manifests, { graph }) {
    const wanting = assignmentsOfPools(graph);
    for (const manifest of manifests) {
      const assignments = wanting.get(manifest.metadata.name) ?? [];
      if (assignments.length === 0 || !ipLiterals(manifest.spec).network) continue;
      const free = freeInPool(manifest.spec, graph).reduce(
        (sum, { first, last }) => sum + last - first + 1n,
        0n,
      );
      if (BigInt(assignments.length) <= free) continue;
      const first = assignments[Number(free)];
      yield {
        manifest,
        pointer: '/spec/cidr',
        message: `IPPool/${manifest.metadata.name} is exhausted: ${assignments.length} addresses are needed, and ${manifest.spec.cidr} has ${free} to hand out`,
        hint: 'widen the network, exclude less, or let some IPAssignments name another pool',
        related: first
          ? [{ manifest: first, pointer: '/spec/pool', message: 'by name, the first beyond what there is' }]
          : [],
      };
    }
  },
  page: {
    meaning: `Every IPAssignment that names a pool takes one of its addresses, and there are more of them than addresses.
A pool does not hand out its network and broadcast address, its gateway, what it excludes, and what an IPAddress declares.
Addresses that were handed out before count as needed, since they stay.`,
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
