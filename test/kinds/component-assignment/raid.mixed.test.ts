import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('raid.mixed: the disks of one group have one level', () => {
  test('two levels in one group are an error at the later assignment', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: pm9a3 }
spec:
  type: storage
  manufacturer: Samsung
  model: PM9A3
  specs: { capacity_gb: 1920, type: nvme }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: left }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: 1
  raidGroup: md0
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: right }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: 0
  raidGroup: md0
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'raid.mixed',
        severity: 'error',
        message: 'in db-01, the disks of RAID group md0 disagree about its level: RAID 1 and RAID 0',
        hint: 'give every assignment of the group one raidLevel, or use two groups',
        file: 'fleet.yaml',
        line: 34,
        column: 14,
        related: [expect.objectContaining({ line: 24, message: 'belongs to the same group' })],
      }),
    ]);
  });

  test('a level and no level in one group are an error too', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: pm9a3 }
spec:
  type: storage
  manufacturer: Samsung
  model: PM9A3
  specs: { capacity_gb: 1920, type: nvme }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: left }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: 1
  raidGroup: md0
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: right }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidGroup: md0
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'raid.mixed',
        severity: 'error',
        message: 'in db-01, the disks of RAID group md0 disagree about its level: RAID 1 and no level',
        file: 'fleet.yaml',
        line: 33,
        column: 14,
        related: [expect.objectContaining({ line: 24, message: 'belongs to the same group' })],
      }),
    ]);
  });

  test('two groups may have two levels', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: pm9a3 }
spec:
  type: storage
  manufacturer: Samsung
  model: PM9A3
  specs: { capacity_gb: 1920, type: nvme }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: left }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: 1
  raidGroup: md0
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: right }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: 0
  raidGroup: md1
`);
    expect(diagnostics).toEqual([]);
  });
});
