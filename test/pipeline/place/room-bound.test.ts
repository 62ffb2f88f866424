import { describe, expect, test } from '@jest/globals';
import { compile } from '../../../src/pipeline/place/compile.ts';
import { Instance } from '../../../src/pipeline/place/instance.ts';
import { RoomBound } from '../../../src/pipeline/place/room-bound.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

/** Bounds all who ask for a place on an empty fleet. */
function boundOf(words: FleetWords): RoomBound {
  const compiled = compile(fleet(words), POLICY);
  const all = compiled.workloads.flatMap((workload) =>
    Array.from({ length: workload.replicas }, (_, nth) => new Instance(workload, nth + 1, undefined)),
  );
  return new RoomBound(compiled, all, compiled.capacity);
}

/** The least count that is proved. */
function provedFor(words: FleetWords): number {
  for (let count = 0; ; count++) if (boundOf(words).proves(count)) return count;
}

describe('no more have a place than', () => {
  test('the smallest that fill all room', () => {
    const computes = { a: { cores: 4 }, b: { cores: 4 } };
    const services = { large: { cores: 4, replicas: 2 }, small: { cores: 1, replicas: 4 } };
    expect(provedFor({ computes, services })).toBe(5);
  });

  test('the scarcest resource allows', () => {
    const computes = { a: { cores: 64, memory: 8192 }, b: { cores: 64, memory: 8192 } };
    expect(provedFor({ computes, services: { one: { cores: 1, memory: 2048, replicas: 20 } } })).toBe(8);
  });

  test('there is room for where they may be', () => {
    const computes = { a: { cores: 4, tags: { disk: 'nvme' } }, b: { cores: 40 } };
    const affinity = [{ matchLabels: { disk: 'nvme' } }];
    expect(provedFor({ computes, services: { db: { cores: 1, replicas: 9, affinity } } })).toBe(4);
  });
});

describe('where room is in pieces', () => {
  test('it is counted as if it were not', () => {
    const computes = { a: { cores: 3 }, b: { cores: 3 } };
    expect(provedFor({ computes, services: { one: { cores: 2, replicas: 4 } } })).toBe(3);
  });
});

test('a proof goes on from what an earlier try found', () => {
  const computes = { a: { cores: 4 }, b: { cores: 4 } };
  const bound = boundOf({ computes, services: { one: { cores: 1, replicas: 12 } } });
  expect(bound.proves(7)).toBe(false);
  expect(bound.value).toBeLessThan(9);
  expect(bound.proves(8)).toBe(true);
});
