import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('a pin whose service or number is what is wrong', () => {
  test.each([
    [
      'more pinned than there are',
      'replicas: 1, resources: { min: { cores: 12 } }',
      'quantity: 9',
      'pin.unfit',
    ],
    [
      'a min above the max',
      'resources: { min: { cores: 1200 }, max: { cores: 16 } }',
      'quantity: 1',
      'service.min-above-max',
    ],
  ])('%s is one error, and not measured against the compute', (_what, spec, quantity, code) => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1 }
---
apiVersion: stowage/v1
kind: Service
metadata: { name: postgres }
spec: { ${spec} }
---
apiVersion: stowage/v1
kind: Assignment
metadata: { name: pin }
spec: { service: postgres, compute: db-01, ${quantity} }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc }
spec: { type: cpu, manufacturer: AMD, model: EPYC 7302P, specs: { cores: 16 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: cpu }
spec: { component: epyc, computes: [db-01] }
`);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });
});
