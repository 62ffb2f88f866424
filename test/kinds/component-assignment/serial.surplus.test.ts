import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const fleet = (spec: string): string => `
apiVersion: stowage/v1
kind: Compute
metadata: { name: a }
spec: { type: baremetal, provider: own, region: ber1 }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: b }
spec: { type: baremetal, provider: own, region: ber1 }
---
apiVersion: stowage/v1
kind: Component
metadata: { name: ram }
spec: { type: ram, manufacturer: Samsung, model: M393A4K40DB3, specs: { capacity_gb: 32 } }
---
apiVersion: stowage/v1
kind: ComponentAssignment
metadata: { name: memory }
spec: { component: ram, ${spec} }
`;

describe('serial.surplus: there is a piece for every serial number', () => {
  test('a number too many is an error, at the first that has no piece', () => {
    expect(diagnose(fleet('computes: [a], quantity: 2, serialNumbers: [S1, S2, S3]'))).toEqual([
      expect.objectContaining({
        code: 'serial.surplus',
        severity: 'error',
        pointer: '/spec/serialNumbers/2',
        message: '3 serial numbers are listed, and there are 2 pieces',
      }),
    ]);
  });

  test.each([
    'computes: [a, b], quantity: 2, serialNumbers: [S1, S2, S3, S4]',
    'computes: [a], quantity: 2, serialNumbers: [S1]',
    'computes: [a], quantity: 2',
  ])('%s passes', (spec) => {
    expect(diagnose(fleet(spec))).toEqual([]);
  });

  test('one number written twice is no surplus', () => {
    const said = diagnose(fleet('computes: [a], quantity: 2, serialNumbers: [S1, S2, S2]'));
    expect(said.map(({ code }) => code)).not.toContain('serial.surplus');
  });
});
