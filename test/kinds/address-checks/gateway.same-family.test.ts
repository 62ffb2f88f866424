import { describe, expect, test } from '@jest/globals';
import { ipAddress, ipPool, saidOf } from '../../support/addresses.ts';

describe('gateway.same-family: a gateway is of the family it is for', () => {
  test('one of the other family is an error, of an address and of a pool', () => {
    expect(
      saidOf(
        ipAddress('a', { address: '10.20.0.9', cidr: '10.20.0.0/24', gateway: 'fd00::1' }),
        ipAddress('b', { address: 'fd00::9', gateway: '10.20.0.1' }),
        ipPool('p', { cidr: 'fd01::/64', gateway: '10.30.0.1' }),
      ),
    ).toEqual([
      'gateway.same-family 1 | the gateway fd00::1 is IPv6, and what it is for is IPv4 | 1',
      'gateway.same-family 3 | the gateway 10.20.0.1 is IPv4, and what it is for is IPv6 | 3',
      'gateway.same-family 5 | the gateway 10.30.0.1 is IPv4, and what it is for is IPv6 | 5',
    ]);
  });

  test.each([
    ['the address', { address: 'fd00::9', cidr: '10.20.0.0/24', gateway: '10.20.0.1' }],
    ['the network', { address: '10.20.0.9', cidr: 'fd00::/64', gateway: '10.20.0.1' }],
  ])('where %s is the one of another family, that alone is told', (_, written) => {
    expect(saidOf(ipAddress('a', written))).toEqual([expect.stringContaining('ip.in-cidr 1')]);
  });
});
