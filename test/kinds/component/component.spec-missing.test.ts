import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('component.spec-missing: a component has the figure it counts by', () => {
  test('a cpu without cores is an error, even when it has threads', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Component
metadata: { name: epyc }
spec:
  type: cpu
  manufacturer: AMD
  model: EPYC 7302P
  specs: { threads: 32 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'component.spec-missing',
        severity: 'error',
        message: 'the cpu has no cores, so what it adds to a compute is unknown',
        hint: 'set spec.specs.cores to the figure of one piece',
        file: 'fleet.yaml',
        line: 9,
        column: 10,
        related: [],
      }),
    ]);
  });

  test('a component without any specs is shown at its spec', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Component
metadata: { name: dimm }
spec:
  type: ram
  manufacturer: Samsung
  model: M321R4GA3BB6
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'component.spec-missing',
        severity: 'error',
        message: 'the ram has no capacity_gb, so what it adds to a compute is unknown',
        file: 'fleet.yaml',
        line: 6,
        column: 3,
        related: [],
      }),
    ]);
  });

  test('a cpu with cores and a power supply without figures pass', () => {
    const diagnostics = diagnose(`
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
metadata: { name: psu }
spec:
  type: psu
  manufacturer: Supermicro
  model: PWS-920P
`);
    expect(diagnostics).toEqual([]);
  });
});
