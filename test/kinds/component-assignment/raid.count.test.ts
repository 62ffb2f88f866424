import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('raid.count: a RAID set has the disks its level needs', () => {
  test('two disks at RAID 5 are reported once, with the computes that have them', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-02 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-03 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-04 }
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
metadata: { name: data }
spec:
  component: pm9a3
  computes: [db-01, db-02, db-03, db-04]
  quantity: 2
  raidLevel: 5
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'raid.count',
        severity: 'error',
        message: 'in db-01, db-02, db-03 and 1 more, RAID 5 needs at least 3 disks, and this set has 2',
        hint: 'add disks, or choose a level that this many can form',
        file: 'fleet.yaml',
        line: 38,
        column: 14,
        related: [],
      }),
    ]);
  });

  test('the disks of a group count together, and the rest of the group is shown', () => {
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
  raidLevel: raid10
  raidGroup: md0
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: right }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: 10
  raidGroup: md0
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'raid.count',
        severity: 'error',
        message: 'in db-01, RAID 10 needs an even number of disks, at least 4, and this set has 3',
        file: 'fleet.yaml',
        line: 32,
        column: 14,
        related: [expect.objectContaining({ line: 23, message: 'belongs to the same group' })],
      }),
    ]);
  });

  test('four disks in one group make RAID 10', () => {
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
  raidLevel: raid10
  raidGroup: md0
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: right }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: 10
  raidGroup: md0
`);
    expect(diagnostics).toEqual([]);
  });
});
