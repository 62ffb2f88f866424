import { describe, expect, test } from '@jest/globals';
import { ipAddress, ipAssignment, ipPool, saidOf } from '../../support/addresses.ts';
import { machine } from '../../support/firewall.ts';

const FSN1 = { provider: 'hetzner', region: 'fsn1' };
const HEL1 = { provider: 'hetzner', region: 'hel1' };
const pooled = (compute: string, pool: string): string => ipAssignment(compute, { compute, pool });

describe('ip.elsewhere: an address is where its compute is', () => {
  test('an address of another region is a warning at the assignment, and both ends are shown', () => {
    expect(
      saidOf(
        machine('web-01', FSN1),
        ipAddress('vip', { address: '10.20.0.9', ...HEL1 }),
        ipAssignment('vip', { compute: 'web-01', ip: 'vip' }),
      ),
    ).toEqual(['ip.elsewhere 5 | IPAddress/vip is in hel1, and web-01 in fsn1 | 3,1']);
  });

  test('of a pool that several contradict, the pool is told, and once', () => {
    expect(
      saidOf(
        machine('web-01', FSN1),
        machine('web-02', FSN1),
        ipPool('private', { cidr: '10.20.0.0/24', provider: 'ionos', region: 'fsn1' }),
        pooled('web-01', 'private'),
        pooled('web-02', 'private'),
      ),
    ).toEqual([
      'ip.elsewhere 5 | IPPool/private is of ionos, and web-01 of hetzner, and so it is with 1 more | 5,1,3',
    ]);
  });

  test('of a compute that all its addresses contradict, the compute is told, and once', () => {
    expect(
      saidOf(
        machine('web-01', HEL1),
        machine('web-02', FSN1),
        ipPool('private', { cidr: '10.20.0.0/24', ...FSN1 }),
        ipAddress('vip', { address: '10.30.0.9', ...FSN1 }),
        pooled('web-01', 'private'),
        pooled('web-02', 'private'),
        ipAssignment('vip', { compute: 'web-01', ip: 'vip', primary: true }),
      ),
    ).toEqual([
      'ip.elsewhere 1 | IPPool/private is in fsn1, and web-01 in hel1, and so it is with 1 more | 5,1,7',
    ]);
  });

  test('what does not say where it is may be given anywhere', () => {
    expect(
      saidOf(
        machine('web-01', FSN1),
        ipPool('private', { cidr: '10.20.0.0/24' }),
        pooled('web-01', 'private'),
      ),
    ).toEqual([]);
  });
});
