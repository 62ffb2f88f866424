import type { Check } from '../../kind.ts';
import { raidFindings } from '../raid-findings.ts';

/** The disks of one RAID group disagree about its level. */
export const raidMixed: Check<'ComponentAssignment'> = {
  id: 'raid.mixed',
  severity: 'error',
  run: (manifests, context) =>
    raidFindings(manifests, context, {
      code: 'raid.mixed',
      pointer: '/spec/raidGroup',
      hint: 'give every assignment of the group one raidLevel, or use two groups',
    }),
  page: {
    meaning: `Disks that name one \`raidGroup\` on a compute form one RAID set, and a set has one level. Here the assignments of the
group name different levels, or one of them names none, so the usable capacity is anybody's guess and counts as none.`,
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
metadata: { name: bay-1 }
spec: { component: pm9a3, computes: [ber1-db-01], quantity: 2, raidGroup: data, raidLevel: 1 }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: bay-2 }
spec: { component: pm9a3, computes: [ber1-db-01], quantity: 2, raidGroup: data, raidLevel: 10 }
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
metadata: { name: bay-1 }
spec: { component: pm9a3, computes: [ber1-db-01], quantity: 2, raidGroup: data, raidLevel: 10 }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: bay-2 }
spec: { component: pm9a3, computes: [ber1-db-01], quantity: 2, raidGroup: data, raidLevel: 10 }
`,
  },
};
