import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('raid.level-without-storage: only storage has a RAID level', () => {
  test('a RAID level on a processor is an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { cores: 16 }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: cpu }
spec:
  component: epyc
  computes: [db-01]
  raidLevel: raid1
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'raid.level-without-storage',
        severity: 'error',
        message: 'in db-01, RAID 1 is set on a cpu, and only storage forms RAID sets',
        hint: 'remove raidLevel, or assign a storage component',
        file: 'fleet.yaml',
        line: 22,
        column: 14,
        related: [],
      }),
    ]);
  });

  test('a RAID level on disks passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { cores: 16 }
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
metadata: { name: cpu }
spec:
  component: epyc
  computes: [db-01]
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: data }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  raidLevel: raid1
`);
    expect(diagnostics).toEqual([]);
  });
});
