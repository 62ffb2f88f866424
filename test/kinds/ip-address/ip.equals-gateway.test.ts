import { describe, expect, test } from '@jest/globals';
import { ipAddress, saidOf } from '../../support/addresses.ts';

describe('ip.equals-gateway: a gateway is another machine', () => {
  test('an address that is its own gateway is an error, however the two are spelt', () => {
    expect(
      saidOf(
        ipAddress('a', { address: '10.20.0.1', gateway: '10.20.0.1' }),
        ipAddress('b', { address: 'fd00::1', gateway: 'FD00:0::1' }),
      ),
    ).toEqual([
      'ip.equals-gateway 1 | 10.20.0.1 is its own gateway | 1',
      'ip.equals-gateway 3 | fd00::1 is its own gateway | 3',
    ]);
  });

  test('the address of the router, declared by itself, passes', () => {
    expect(
      saidOf(
        ipAddress('router', { address: '10.20.0.1', cidr: '10.20.0.0/24' }),
        ipAddress('web', { address: '10.20.0.2', cidr: '10.20.0.0/24', gateway: '10.20.0.1' }),
      ),
    ).toEqual([]);
  });
});
