import { describe, expect, test } from '@jest/globals';
import { compute, fleetOf, ipAddress, ipAssignment, ipPool, saidOf } from '../../support/addresses.ts';
import { diagnose } from '../../support/diagnose.ts';

/** So many computes, each with an address of the pool. */
function wanting(count: number): string[] {
  return Array.from({ length: count }, (_, nth) => [
    compute(`web-${nth}`),
    ipAssignment(`web-${nth}`, { compute: `web-${nth}`, pool: 'pool' }),
  ]).flat();
}

describe('pool.exhausted: a pool has an address for everybody who names it', () => {
  test('one too many is an error at the network, with who gets none', () => {
    const pool = ipPool('pool', { cidr: '10.20.0.0/29', gateway: '10.20.0.1', exclude: ['10.20.0.4/31'] });
    const fleet = [pool, ipAddress('vip', { address: '10.20.0.6' }), ...wanting(3)];
    expect(saidOf(...fleet)).toEqual([
      'pool.exhausted 1 | IPPool/pool is exhausted: 3 addresses are needed, and 10.20.0.0/29 has 2 to hand out | 15',
    ]);
    expect(diagnose(fleetOf(...fleet))[0]).toMatchObject({
      severity: 'error',
      hint: 'widen the network, exclude less, or let some IPAssignments name another pool',
      related: [{ message: 'by name, the first beyond what there is' }],
    });
  });

  test('a network that was narrowed is one error, and what it no longer holds is shown', () => {
    const written = { cidr: '10.20.0.0/30', gateway: '10.20.0.1', exclude: ['10.20.0.240/28'] };
    expect(saidOf(ipPool('pool', written), ...wanting(2))).toEqual([
      'pool.exhausted 1 | IPPool/pool is exhausted: 2 addresses are needed, and 10.20.0.0/30 has 1 to hand out | 9,1',
    ]);
  });

  test.each([
    ['10.20.0.0/30', 2],
    ['10.20.0.0/31', 2],
    ['10.20.0.0/32', 1],
    ['fd00::/126', 3],
    ['fd00::/127', 2],
    ['fd00::/128', 1],
  ])('%s has %i to hand out', (cidr, count) => {
    expect(saidOf(ipPool('pool', { cidr }), ...wanting(count))).toEqual([]);
    expect(saidOf(ipPool('pool', { cidr }), ...wanting(count + 1))).toEqual([
      expect.stringMatching(`^pool.exhausted 1 .* ${count + 1} addresses .* has ${count} to hand out`),
    ]);
  });

  test('of a network that cannot be read, only that is told', () => {
    expect(saidOf(ipPool('pool', { cidr: '10.20.0.0/33' }), ...wanting(1))).toEqual([
      expect.stringContaining('ip.syntax'),
    ]);
  });
});
