import type { Check } from '../../kind.ts';
import { raidFindings } from '../raid-findings.ts';

/** A RAID level is set on something that is no disk. */
export const raidLevelWithoutStorage: Check<'ComponentAssignment'> = {
  id: 'raid.level-without-storage',
  severity: 'error',
  run: (manifests, context) =>
    raidFindings(manifests, context, {
      code: 'raid.level-without-storage',
      pointer: '/spec/raidLevel',
      hint: 'remove raidLevel, or assign a storage component',
    }),
  page: {
    meaning: `A RAID level is written on something that is no disk, where it means nothing. Most often the line was copied from
another assignment, or \`component\` names the wrong part.`,
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
metadata: { name: ddr4-32g }
spec: { type: ram, manufacturer: Samsung, model: M393A4K40DB3, specs: { capacity_gb: 32 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-memory }
spec:
  component: ddr4-32g
  computes: [ber1-db-01]
  quantity: 4
  raidLevel: 1
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
metadata: { name: ddr4-32g }
spec: { type: ram, manufacturer: Samsung, model: M393A4K40DB3, specs: { capacity_gb: 32 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: ber1-db-01-memory }
spec:
  component: ddr4-32g
  computes: [ber1-db-01]
  quantity: 4
`,
  },
};
