import { describe, expect, test } from '@jest/globals';
import { ipAddress, ipPool, saidOf } from '../../support/addresses.ts';
import { diagnose } from '../../support/diagnose.ts';

describe('ip.class: what is marked public can be reached', () => {
  test.each([
    ['10.20.0.9', 'private'],
    ['192.168.1.9', 'private'],
    ['fd00::9', 'a unique local address, which is private'],
    ['203.0.113.9', 'kept for documentation'],
    ['2001:db8::9', 'kept for documentation'],
    ['100.64.0.9', "in a carrier's shared space (CGNAT)"],
    ['169.254.0.9', 'link-local'],
    ['fe80::9', 'link-local'],
  ])('%s is %s', (address, what) => {
    expect(saidOf(ipAddress('a', { address, type: 'public' }))).toEqual([
      `ip.class 1 | ${address} is ${what}, and is marked public | 1`,
    ]);
  });

  test('it is a warning at the type, which the manifest may silence', () => {
    const yaml = (annotations: string): string => `
apiVersion: stowage/v1
kind: IPPool
metadata: { name: p${annotations} }
spec:
  cidr: 10.20.0.0/24
  type: public
`;
    expect(diagnose(yaml(''))).toEqual([
      expect.objectContaining({
        code: 'ip.class',
        severity: 'warning',
        message: '10.20.0.0/24 is private, and is marked public',
        hint: 'write type: private, or the public address that is meant',
        line: 7,
        column: 9,
        related: [expect.objectContaining({ line: 6, column: 9 })],
      }),
    ]);
    expect(diagnose(yaml(', annotations: { stowage/allow: "ip.class: one to one NAT" }'))).toEqual([]);
  });

  test('public addresses that are public, and others that are private, pass', () => {
    expect(
      saidOf(
        ipAddress('a', { address: '49.12.8.10', type: 'public' }),
        ipAddress('b', { address: '2a01:4f8::1', type: 'public' }),
        ipAddress('c', { address: '203.0.113.10', type: 'private' }),
        ipPool('p', { cidr: '49.12.9.0/24', type: 'public' }),
        ipPool('q', { cidr: '10.30.0.0/24' }),
      ),
    ).toEqual([]);
  });
});
