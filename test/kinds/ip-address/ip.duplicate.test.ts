import { describe, expect, test } from '@jest/globals';
import { ipAddress, saidOf } from '../../support/addresses.ts';
import { diagnose } from '../../support/diagnose.ts';

describe('ip.duplicate: an address is declared once', () => {
  test('two spellings of one address are an error at the second, and the first is shown', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v6 }
spec: { address: '2a01:4f8:c17:1::10', type: public }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: shop-v6 }
spec: { address: '2A01:04F8:C17:1:0::10', type: public }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ip.duplicate',
        severity: 'error',
        message: '2A01:04F8:C17:1:0::10 is already declared by IPAddress/web-v6 as 2a01:4f8:c17:1::10',
        hint: 'delete one of the two manifests, or correct its address',
        line: 10,
        column: 18,
        related: [expect.objectContaining({ line: 5, column: 18, message: 'first declared here' })],
      }),
    ]);
  });

  test('the same spelling is told without repeating it', () => {
    const address = '10.20.0.9';
    expect(
      saidOf(ipAddress('a', { address }), ipAddress('b', { address }), ipAddress('c', { address })),
    ).toEqual([
      'ip.duplicate 3 | 10.20.0.9 is already declared by IPAddress/a | 1',
      'ip.duplicate 5 | 10.20.0.9 is already declared by IPAddress/a | 1',
    ]);
  });

  test('addresses of equal number in two families pass', () => {
    expect(saidOf(ipAddress('a', { address: '10.20.0.9' }), ipAddress('b', { address: '::a14:9' }))).toEqual(
      [],
    );
  });
});
