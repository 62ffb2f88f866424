import { describe, expect, test } from '@jest/globals';
import type { Board } from '../../../src/pipeline/place/board.ts';
import { changePlaces } from '../../../src/pipeline/place/change-places.ts';
import { compile } from '../../../src/pipeline/place/compile.ts';
import { Exchange } from '../../../src/pipeline/place/exchange.ts';
import { Instance } from '../../../src/pipeline/place/instance.ts';
import { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
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

const atRandom = (board: Board): number => new Exchange(board, 0).run(2000);

describe('newcomers change places', () => {
  test('until one more fits', () => {
    const { occupancy, small, waiting } = crowd();
    expect(changePlaces(occupancy, [...small, ...waiting], waiting, atRandom)).toBe(1);
    expect(waiting[0]?.placed).toBe(true);
    expect(small[0]?.compute).toBe(small[1]?.compute);
  });

  test('but not against their rules', () => {
    const { occupancy, small, waiting } = crowd(1);
    expect(changePlaces(occupancy, [...small, ...waiting], waiting, atRandom)).toBe(0);
    expect(small.map(({ compute }) => compute)).toEqual([0, 1]);
  });

  test('and a snapshot brings them back', () => {
    const { occupancy, small, waiting } = crowd();
    const all = [...small, ...waiting];
    const before = new Snapshot(occupancy, all);
    changePlaces(occupancy, all, waiting, atRandom);
    before.restore();
    expect(all.map(({ compute }) => compute)).toEqual([0, 1, -1]);
    expect([...occupancy.used.subarray(0, 2)]).toEqual([1000, 1000]);
  });
});
