import { describe, expect, test } from '@jest/globals';
import { ipAddress, saidOf } from '../../support/addresses.ts';

describe('ip.network-or-broadcast: no machine has an address that its network keeps', () => {
  test.each([
    ['10.20.0.0', '10.20.0.0/24', 'the network address of 10.20.0.0/24'],
    ['10.20.0.255', '10.20.0.0/24', 'the broadcast address of 10.20.0.0/24'],
    ['10.20.0.7', '10.20.0.4/30', 'the broadcast address of 10.20.0.4/30'],
    ['fd00::', 'fd00::/64', 'the subnet-router anycast address of fd00::/64'],
  ])('%s in %s is an error', (address, cidr, what) => {
    expect(saidOf(ipAddress('a', { address, cidr }))).toEqual([
      `ip.network-or-broadcast 1 | ${address} is ${what}, which no machine may have | 1`,
    ]);
  });

  test.each([
    ['10.20.0.0', '10.20.0.0/31'],
    ['10.20.0.1', '10.20.0.0/31'],
    ['10.20.0.0', '10.20.0.0/32'],
    ['fd00::', 'fd00::/127'],
    ['fd00::', 'fd00::/128'],
    ['fd00::ffff:ffff:ffff:ffff', 'fd00::/64'],
    ['10.20.0.255', '10.20.0.0/23'],
  ])('%s in %s passes', (address, cidr) => {
    expect(saidOf(ipAddress('a', { address, cidr }))).toEqual([]);
  });
});
