import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('serial.duplicate: a serial number exists once in the fleet', () => {
  test('a serial number in two assignments is an error, and both ends are shown', () => {
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
metadata: { name: data-1 }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  serialNumbers: [S64A, S64B]
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: data-2 }
spec:
  component: pm9a3
  computes: [db-02]
  serialNumbers: [S64B]
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'serial.duplicate',
        severity: 'error',
        message: 'serial number S64B is already in data-1',
        hint: 'a piece exists once; look at the label and correct one of the two',
        file: 'fleet.yaml',
        line: 36,
        column: 19,
        related: [expect.objectContaining({ line: 28, message: 'first listed here' })],
      }),
    ]);
  });

  test('a serial number twice in one list is an error', () => {
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
metadata: { name: data-1 }
spec:
  component: pm9a3
  computes: [db-01]
  serialNumbers: [S64A, S64A]
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'serial.duplicate',
        severity: 'error',
        message: 'serial number S64A is already in this list',
        file: 'fleet.yaml',
        line: 22,
        column: 25,
        related: [expect.objectContaining({ line: 22, message: 'first listed here' })],
      }),
    ]);
  });

  test('different serial numbers pass', () => {
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
metadata: { name: data-1 }
spec:
  component: pm9a3
  computes: [db-01]
  quantity: 2
  serialNumbers: [S64A, S64B]
`);
    expect(diagnostics).toEqual([]);
  });
});
