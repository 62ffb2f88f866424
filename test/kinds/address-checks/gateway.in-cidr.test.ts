import { describe, expect, test } from '@jest/globals';
import { ipAddress, saidOf } from '../../support/addresses.ts';
import { diagnose } from '../../support/diagnose.ts';

describe('gateway.in-cidr: a gateway is in the network', () => {
  test('one that is not is an error at the gateway, and the network is shown', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: IPPool
metadata: { name: private }
spec:
  cidr: 10.20.0.0/24
  gateway: 10.21.0.1
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'gateway.in-cidr',
        severity: 'error',
        message: 'the gateway 10.21.0.1 is not in 10.20.0.0/24',
        hint: 'write the address that the router has in this network, or correct cidr',
        line: 7,
        column: 12,
        related: [expect.objectContaining({ line: 6, column: 9, message: 'the network' })],
      }),
    ]);
  });

  test('the same holds of an address, in either family', () => {
    expect(
      saidOf(
        ipAddress('a', { address: '10.20.0.9', cidr: '10.20.0.0/24', gateway: '10.20.1.1' }),
        ipAddress('b', { address: 'fd00::9', cidr: 'fd00::/64', gateway: 'fd00:0:0:1::1' }),
      ),
    ).toEqual([
      'gateway.in-cidr 1 | the gateway 10.20.1.1 is not in 10.20.0.0/24 | 1',
      'gateway.in-cidr 3 | the gateway fd00:0:0:1::1 is not in fd00::/64 | 3',
    ]);
  });

  test('a link-local gateway, and one outside of a network of one, pass', () => {
    expect(
      saidOf(
        ipAddress('a', { address: 'fd00::9', cidr: 'fd00::/64', gateway: 'fe80::1' }),
        ipAddress('b', { address: '10.20.0.9', cidr: '10.20.0.9/32', gateway: '172.31.1.1' }),
        ipAddress('c', { address: '10.20.0.8', gateway: '172.31.1.1' }),
      ),
    ).toEqual([]);
  });
});
