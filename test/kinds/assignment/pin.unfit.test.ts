import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

/** What stands in db-01: 16 cores and 64 GB. */
const HARDWARE = `
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
  quantity: 2
`;

describe('pin.unfit: a pinned instance can run where it is pinned', () => {
  test('pins beyond the capacity are an error with the amount, beside what else is pinned there', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  replicas: 3
  resources: { min: { cores: 2, memory: 40960 } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  replicas: 1
  resources: { min: { cores: 1, memory: 8192 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: redis-here }
spec:
  service: redis
  compute: db-01
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: postgres-here }
spec:
  service: postgres
  compute: db-01
  quantity: 2
---${HARDWARE}`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'pin.unfit',
        severity: 'error',
        message: '2 × postgres does not fit on db-01: memory short by 24 GB (80 GB needed, 56 GB free)',
        hint: 'pin to a compute with more memory, or lower what the service needs',
        file: 'fleet.yaml',
        line: 33,
        column: 12,
        related: [expect.objectContaining({ line: 26, message: 'redis is pinned here too' })],
      }),
    ]);
  });

  test('a pin to a compute in maintenance is an error, and its size is not looked at', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, state: maintenance }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  replicas: 1
  resources: { min: { cores: 1 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: redis-here }
spec:
  service: redis
  compute: db-01
---${HARDWARE}`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'pin.unfit',
        severity: 'error',
        message: 'redis is pinned to db-01, which is in maintenance',
        hint: 'only an active compute carries services; activate db-01, or pin to another',
        file: 'fleet.yaml',
        line: 19,
        column: 12,
        related: [expect.objectContaining({ line: 5, message: 'its state' })],
      }),
    ]);
  });

  test('more pinned instances than replicas are an error at the pin that is too much', () => {
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
kind: ComponentAssignment
metadata: { name: cpu-2 }
spec:
  component: epyc
  computes: [db-02]
---
apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  replicas: 2
  resources: { min: { cores: 1 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: here }
spec:
  service: redis
  compute: db-01
  quantity: 2
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: there }
spec:
  service: redis
  compute: db-02
---${HARDWARE}`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'pin.unfit',
        severity: 'error',
        message: '3 instances of redis are pinned, and it has 2 replicas',
        hint: 'raise replicas, or remove pins',
        file: 'fleet.yaml',
        line: 38,
        column: 12,
        related: [expect.objectContaining({ line: 23, message: '2 replicas' })],
      }),
    ]);
  });

  test('an ordered host offers what its profile says', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: Workspace
metadata: { name: prod }
spec:
  organization: acme
---
apiVersion: stowage/v1
kind: ComputeProfile
metadata: { name: small }
spec:
  family: sandbox
  resources: { cores: 2 }
  price: { monthly: 4 }
---
apiVersion: stowage/v1
kind: Host
metadata: { name: web-01 }
spec:
  workspace: prod
  profile: small
---
apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  replicas: 1
  resources: { min: { cores: 4 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: here }
spec:
  service: redis
  compute: web-01
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'pin.unfit',
        severity: 'error',
        message: 'redis does not fit on web-01: cores short by 2 (4 needed, 2 free)',
        file: 'fleet.yaml',
        line: 40,
        column: 12,
        related: [],
      }),
    ]);
  });

  test('a compute with a part that is not declared is not measured', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: cpu }
spec:
  component: epyc
  computes: [db-01]
---
apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  replicas: 1
  resources: { min: { cores: 4 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: here }
spec:
  service: redis
  compute: db-01
`);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'ref.unknown' })]);
  });

  test('pins that fill a compute to the brim pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec:
  replicas: 3
  resources: { min: { cores: 2, memory: 16384 } }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: redis }
spec:
  replicas: 1
  resources: { min: { cores: 1, memory: 8192 } }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: redis-here }
spec:
  service: redis
  compute: db-01
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: postgres-here }
spec:
  service: postgres
  compute: db-01
  quantity: 3
---${HARDWARE}`);
    expect(diagnostics).toEqual([]);
  });
});
