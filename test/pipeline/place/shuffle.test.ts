import { describe, expect, test } from '@jest/globals';
import { compile } from '../../../src/pipeline/place/compile.ts';
import { Instance } from '../../../src/pipeline/place/instance.ts';
import { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import { shuffle } from '../../../src/pipeline/place/shuffle.ts';
import { Snapshot } from '../../../src/pipeline/place/snapshot.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

/** Two computes of four cores: two of one core stand apart, in the way of two of three; and one of four waits. */
function crowd(spreadMax?: number): { occupancy: Occupancy; small: Instance[]; waiting: Instance[] } {
  const words = {
    computes: { a: { cores: 4 }, b: { cores: 4 } },
    services: { large: { cores: 4 }, small: { cores: 1, replicas: 2, spreadMax } },
  };
  const occupancy = new Occupancy(compile(fleet(words), POLICY));
  const [large, small] = occupancy.fleet.workloads;
  if (!large || !small) throw new Error('the fleet has two services');
  const seated = [new Instance(small, 1, undefined), new Instance(small, 2, undefined)];
  for (const [compute, instance] of seated.entries()) occupancy.put(instance, compute);
  return { occupancy, small: seated, waiting: [new Instance(large, 1, undefined)] };
}

describe('newcomers change places', () => {
  test('until one more fits', () => {
    const { occupancy, small, waiting } = crowd();
    expect(shuffle(occupancy, [...small, ...waiting], waiting, 2000, 0)).toBe(1);
    expect(waiting[0]?.placed).toBe(true);
    expect(small[0]?.compute).toBe(small[1]?.compute);
  });

  test('but not against their rules', () => {
    const { occupancy, small, waiting } = crowd(1);
    expect(shuffle(occupancy, [...small, ...waiting], waiting, 2000, 0)).toBe(0);
    expect(small.map(({ compute }) => compute)).toEqual([0, 1]);
  });

  test('and a snapshot brings them back', () => {
    const { occupancy, small, waiting } = crowd();
    const all = [...small, ...waiting];
    const before = new Snapshot(occupancy, all);
    shuffle(occupancy, all, waiting, 2000, 0);
    before.restore();
    expect(all.map(({ compute }) => compute)).toEqual([0, 1, -1]);
    expect([...occupancy.used.subarray(0, 2)]).toEqual([1000, 1000]);
  });
});
