import type { Check } from '../../kind.ts';
import { raidFindings } from '../raid-findings.ts';

/** A RAID set has fewer disks than its level needs, or an odd number where it needs an even one. */
export const raidCount: Check<'ComponentAssignment'> = {
  id: 'raid.count',
  severity: 'error',
  run: (manifests, context) =>
    raidFindings(manifests, context, {
      code: 'raid.count',
      pointer: '/spec/raidLevel',
      hint: 'add disks, or choose a level that this many can form',
    }),
  page: {
    meaning: `A RAID level needs a number of disks: RAID 1 two, RAID 5 three, RAID 6 four, RAID 10 an even number of four or more.
A set that has fewer cannot be built, so it counts as no storage at all. Disks that share a \`raidGroup\` on a compute form
one set; without one, every ComponentAssignment is a set of its own on each of its computes.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
---
apiVersion: stowage/v1
kind: Component
metadata: { name: pm9a3 }
spec: { type: storage, manufacturer: Samsung, model: PM9A3 960 GB, specs: { capacity_gb: 960, type: nvme } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-disks }
spec:
  component: pm9a3
  computes: [ber1-db-01]
  quantity: 2
  raidLevel: 5
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
---
apiVersion: stowage/v1
kind: Component
metadata: { name: pm9a3 }
spec: { type: storage, manufacturer: Samsung, model: PM9A3 960 GB, specs: { capacity_gb: 960, type: nvme } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-disks }
spec:
  component: pm9a3
  computes: [ber1-db-01]
  quantity: 3
  raidLevel: 5
`,
  },
};
