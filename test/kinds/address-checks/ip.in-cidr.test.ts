import { describe, expect, test } from '@jest/globals';
import { ipAddress, ipPool, saidOf } from '../../support/addresses.ts';
import { diagnose } from '../../support/diagnose.ts';

describe('ip.in-cidr: an address lies in its network', () => {
  test('one that does not is an error at the address, and the network is shown', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v4 }
spec:
  address: 49.12.9.10
  type: public
  cidr: 49.12.8.0/24
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ip.in-cidr',
        severity: 'error',
        message: '49.12.9.10 is not in 49.12.8.0/24',
        hint: 'the network is 49.12.8.0 to 49.12.8.255: correct the address or cidr',
        file: 'fleet.yaml',
        line: 6,
        column: 12,
        related: [expect.objectContaining({ line: 8, column: 9, message: 'the network' })],
      }),
    ]);
  });

  test.each([
    ['2a01:4f8:c18::10', '2a01:4f8:c17::/48', '2a01:4f8:c18::10 is not in 2a01:4f8:c17::/48'],
    ['10.20.0.10', 'fd00::/64', '10.20.0.10 is not in fd00::/64'],
    ['10.20.1.10', '10.20.0.7/24', '10.20.1.10 is not in 10.20.0.0/24'],
  ])('%s in %s is one', (address, cidr, message) => {
    expect(saidOf(ipAddress('a', { address, cidr }))).toEqual([`ip.in-cidr 1 | ${message} | 1`]);
  });

  test('where the network is what is wrong, the gateway outside of it is no second mistake', () => {
    const written = { address: '10.20.1.10', cidr: '10.20.0.0/24', gateway: '10.20.1.1' };
    expect(saidOf(ipAddress('a', written))).toEqual(['ip.in-cidr 1 | 10.20.1.10 is not in 10.20.0.0/24 | 1']);
  });

  test('what a pool excludes lies in its network too, be it an address or a network', () => {
    const exclude = ['10.20.0.2', '10.20.0.0/16', '10.30.0.0/28'];
    expect(saidOf(ipPool('p', { cidr: '10.20.0.0/24', exclude }))).toEqual([
      'ip.in-cidr 1 | 10.30.0.0/28 is not in 10.20.0.0/24, so excluding it keeps nothing back | 1',
    ]);
  });

  test('where the network of a pool is what is wrong, the gateway alone tells', () => {
    const written = { cidr: '10.20.0.0/24', gateway: '10.30.0.1', exclude: ['10.30.0.2', '10.30.0.3'] };
    expect(saidOf(ipPool('p', written))).toEqual([
      'gateway.in-cidr 1 | the gateway 10.30.0.1 is not in 10.20.0.0/24 | 1,1,1',
    ]);
  });

  test('the first and the last machine of a network pass', () => {
    expect(
      saidOf(
        ipAddress('a', { address: '10.20.0.1', cidr: '10.20.0.0/24' }),
        ipAddress('b', { address: '10.20.0.254', cidr: '10.20.0.0/24' }),
        ipAddress('c', { address: 'fd00::ffff:ffff:ffff:ffff', cidr: 'fd00::/64' }),
      ),
    ).toEqual([]);
  });
});
