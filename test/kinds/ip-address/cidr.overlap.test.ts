import { describe, expect, test } from '@jest/globals';
import { ipAddress, ipPool, saidOf } from '../../support/addresses.ts';
import { diagnose } from '../../support/diagnose.ts';

describe('cidr.overlap: two different networks have no address in common', () => {
  test('one network inside another is a warning at the wider one, and both ends are shown', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web }
spec:
  address: 10.20.0.10
  type: private
  cidr: 10.20.0.0/24
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: db }
spec:
  address: 10.20.0.11
  type: private
  cidr: 10.20.0.0/16
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cidr.overlap',
        severity: 'warning',
        message: '10.20.0.0/16 overlaps 10.20.0.0/24',
        line: 16,
        column: 9,
        related: [expect.objectContaining({ line: 8, column: 9, message: '10.20.0.0/24 lies inside' })],
      }),
    ]);
  });

  test('many networks inside one too wide are one warning', () => {
    const inside = [1, 2, 3, 4, 5].map((nth) =>
      ipAddress(`web-${nth}`, { address: `10.20.${nth}.9`, cidr: `10.20.${nth}.0/24` }),
    );
    expect(saidOf(ipAddress('wide', { address: '10.20.9.9', cidr: '10.20.0.0/16' }), ...inside)).toEqual([
      'cidr.overlap 1 | 10.20.0.0/16 overlaps 10.20.1.0/24 and 4 more | 3,5,7',
    ]);
  });

  test('the network of a pool is one of them, in IPv6 as well', () => {
    expect(
      saidOf(ipPool('p', { cidr: 'fd00::/64' }), ipAddress('a', { address: 'fd00::9', cidr: 'fd00::/48' })),
    ).toEqual(['cidr.overlap 3 | fd00::/48 overlaps fd00::/64 | 1']);
  });

  test('the same network on many addresses and on their pool passes, and so does a network of one', () => {
    expect(
      saidOf(
        ipPool('p', { cidr: '10.20.0.0/24' }),
        ipAddress('a', { address: '10.20.0.8', cidr: '10.20.0.0/24' }),
        ipAddress('b', { address: '10.20.0.9', cidr: '10.20.0.5/24' }),
        ipAddress('c', { address: '10.20.0.7', cidr: '10.20.0.7/32' }),
        ipAddress('d', { address: 'fd00::9', cidr: 'fd00::/64' }),
      ),
    ).toEqual([]);
  });
});
