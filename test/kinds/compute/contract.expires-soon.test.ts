import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('contract.expires-soon: nobody is surprised by the end of a contract', () => {
  test('a contract that ends in 60 days is a warning', () => {
    const diagnostics = diagnose(
      `
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, billing: { contractEnd: 2026-03-16 } }
`,
      '2026-01-15',
    );
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'contract.expires-soon',
        severity: 'warning',
        message: 'the contract ends on 2026-03-16, in 60 days',
        hint: 'renew it and set contractEnd to its new end, or move its services and give the machine back',
        file: 'fleet.yaml',
        line: 5,
        column: 83,
        related: [],
      }),
    ]);
  });

  test('a contract that ends today is a warning', () => {
    const diagnostics = diagnose(
      `
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, billing: { contractEnd: 2026-01-15 } }
`,
      '2026-01-15',
    );
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'contract.expires-soon',
        severity: 'warning',
        message: 'the contract ends on 2026-01-15, today',
        hint: 'renew it and set contractEnd to its new end, or move its services and give the machine back',
        file: 'fleet.yaml',
        line: 5,
        column: 83,
        related: [],
      }),
    ]);
  });

  test('a contract that has ended is a warning', () => {
    const diagnostics = diagnose(
      `
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, billing: { contractEnd: 2026-01-14 } }
`,
      '2026-01-15',
    );
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'contract.expires-soon',
        severity: 'warning',
        message: 'the contract ended on 2026-01-14, 1 day ago',
        hint: 'renew it and set contractEnd to its new end, or move its services and give the machine back',
        file: 'fleet.yaml',
        line: 5,
        column: 83,
        related: [],
      }),
    ]);
  });

  test('a contract that ends in 61 days passes', () => {
    const diagnostics = diagnose(
      `
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, billing: { contractEnd: 2026-03-17 } }
`,
      '2026-01-15',
    );
    expect(diagnostics).toEqual([]);
  });
});
