import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('billing.renewal-after-contract-end: a contract is renewed before it ends', () => {
  test('a renewal date after the last day is a warning', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, billing: { contractEnd: 2031-12-31, renewalDate: 2032-01-31 } }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'billing.renewal-after-contract-end',
        severity: 'warning',
        message: "the renewal date 2032-01-31 is after the contract's end on 2031-12-31",
        hint: 'set renewalDate to the last day on which the contract can be renewed or cancelled',
        file: 'fleet.yaml',
        line: 5,
        column: 108,
        related: [expect.objectContaining({ line: 5, message: 'ends on 2031-12-31' })],
      }),
    ]);
  });

  test('a renewal on the last day passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: Compute
metadata: { name: db-01 }
spec: { type: baremetal, provider: hetzner, region: fsn1, billing: { contractEnd: 2031-12-31, renewalDate: 2031-12-31 } }
`);
    expect(diagnostics).toEqual([]);
  });
});
