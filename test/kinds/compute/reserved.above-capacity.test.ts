import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('reserved.above-capacity: a compute keeps no more than it has', () => {
  test('each resource that is reserved beyond the hardware is an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, reserved: { cores: 32, memory: 2048 } }
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
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'reserved.above-capacity',
        severity: 'error',
        message: 'reserved cores is 32, above the capacity of 16',
        hint: 'reserve less, or assign the components that are missing',
        file: 'fleet.yaml',
        line: 5,
        column: 78,
        related: [],
      }),
      expect.objectContaining({
        code: 'reserved.above-capacity',
        severity: 'error',
        message: 'reserved memory is 2 GB, above the capacity of 0 MB',
        hint: 'reserve less, or assign the components that are missing',
        file: 'fleet.yaml',
        line: 5,
        column: 90,
        related: [],
      }),
    ]);
  });

  test('a part of what the hardware offers may be reserved', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, reserved: { cores: 0.5, memory: 2048 } }
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
metadata: { name: dimm }
spec:
  type: ram
  manufacturer: Samsung
  model: M321R4GA3BB6
  specs: { capacity_gb: 32 }
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
metadata: { name: ram }
spec:
  component: dimm
  computes: [db-01]
`);
    expect(diagnostics).toEqual([]);
  });
});
