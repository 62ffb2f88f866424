import { describe, expect, test } from '@jest/globals';
import { ipPool, saidOf } from '../../support/addresses.ts';

describe('pool.overlap: no two pools hand out one address', () => {
  test('a pool inside another is an error at the later one, and the other is shown', () => {
    expect(
      saidOf(ipPool('wide', { cidr: '10.20.0.0/16' }), ipPool('narrow', { cidr: '10.20.3.0/24' })),
    ).toEqual(['pool.overlap 3 | 10.20.3.0/24 overlaps 10.20.0.0/16 of IPPool/wide | 1']);
    expect(saidOf(ipPool('narrow', { cidr: 'fd00::/96' }), ipPool('wide', { cidr: 'fd00::/64' }))).toEqual([
      'pool.overlap 3 | fd00::/64 overlaps fd00::/96 of IPPool/narrow | 1',
    ]);
  });

  test('two pools of one network are one', () => {
    expect(saidOf(ipPool('a', { cidr: '10.20.0.0/24' }), ipPool('b', { cidr: '10.20.0.9/24' }))).toEqual([
      'pool.overlap 3 | 10.20.0.0/24 overlaps 10.20.0.0/24 of IPPool/a | 1',
    ]);
  });

  test('a network that was copied is one error, at the pool whose gateway and exclusions contradict it', () => {
    const [a, b] = [
      { gateway: '10.20.0.1', exclude: ['10.20.0.240/28'] },
      { gateway: '10.21.0.1', exclude: ['10.21.0.240/28'] },
    ];
    expect(
      saidOf(ipPool('a', { cidr: '10.20.0.0/24', ...a }), ipPool('b', { cidr: '10.20.0.0/24', ...b })),
    ).toEqual(['pool.overlap 3 | 10.20.0.0/24 overlaps 10.20.0.0/24 of IPPool/a | 1,3,3']);
    expect(
      saidOf(ipPool('a', { cidr: '10.21.0.0/24', ...a }), ipPool('b', { cidr: '10.21.0.0/24', ...b })),
    ).toEqual(['pool.overlap 1 | 10.21.0.0/24 overlaps 10.21.0.0/24 of IPPool/b | 3,1,1']);
  });

  test('a network of the other family that was copied is one error likewise', () => {
    const v4 = ipPool('v4', { cidr: 'fd00::/64', gateway: '10.20.0.1' });
    expect(saidOf(v4, ipPool('v6', { cidr: 'fd00::/64', gateway: 'fd00::1' }))).toEqual([
      'pool.overlap 1 | fd00::/64 overlaps fd00::/64 of IPPool/v6 | 3,1',
    ]);
  });

  test('many pools inside one that is too wide are one mistake', () => {
    const inside = [1, 2, 3].map((nth) => ipPool(`p${nth}`, { cidr: `10.20.${nth}.0/24` }));
    expect(saidOf(ipPool('wide', { cidr: '10.20.0.0/16' }), ...inside)).toEqual([
      'pool.overlap 1 | 10.20.0.0/16 overlaps 10.20.1.0/24 of IPPool/p1 and 2 more | 3,5,7',
    ]);
  });

  test('a pool that another excludes passes, but not where a third holds both', () => {
    const wide = { cidr: '10.20.0.0/16', exclude: ['10.20.3.0/24'] };
    const narrow = ipPool('narrow', { cidr: '10.20.3.0/24' });
    expect(saidOf(ipPool('wide', wide), narrow)).toEqual([]);
    expect(saidOf(ipPool('wide', { ...wide, exclude: ['10.20.3.0/25'] }), narrow)).toHaveLength(1);
    expect(
      saidOf(ipPool('all', { cidr: '10.0.0.0/8', exclude: ['10.20.0.0/17'] }), ipPool('wide', wide), narrow),
    ).toEqual(['pool.overlap 3 | 10.20.0.0/16 overlaps 10.0.0.0/8 of IPPool/all | 1']);
  });

  test('pools side by side, and of two families, pass', () => {
    expect(
      saidOf(
        ipPool('a', { cidr: '10.20.0.0/25' }),
        ipPool('b', { cidr: '10.20.0.128/25' }),
        ipPool('c', { cidr: '::a14:0/112' }),
      ),
    ).toEqual([]);
  });
});
