import { expect, test } from '@jest/globals';
import { wordsFor } from '../../../src/pipeline/place/bits.ts';
import { room } from '../../../src/pipeline/place/filters/room.ts';
import type { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import { RoomSearch } from '../../../src/pipeline/place/room-search.ts';
import type { ComputeWords, ServiceWords } from '../../support/fleet.ts';
import { emptyFleet } from './seats.ts';

/** More different amounts than there are sets, so that some computes lie between two of them. */
const AMOUNTS = 300;
const COMPUTES = 70;

function nthEntries<T>(count: number, entry: (nth: number) => T): Record<string, T> {
  return Object.fromEntries(Array.from({ length: count }, (_, nth) => [`n${nth}`, entry(nth)]));
}

const computeOfShape = (shape: number, nth: number): ComputeWords => ({
  cores: (shape % 10) * 4 + 0.1,
  memory: 1024 * (shape % 7),
  gpu: shape % 2,
  region: ['fsn1', 'nbg1', 'hel1'][nth % 3],
});
const serviceOf = (nth: number): ServiceWords => ({
  cores: 0.05 + nth * 0.07,
  memory: (nth % 50) * 100,
  ...(nth % 9 === 0 ? { gpu: 1 } : {}),
  ...(nth % 5 === 0 ? { buffer: { cores: 0.33 } } : {}),
  ...(nth % 11 === 0 ? { topologyKey: nth % 2 === 0 ? 'stowage/region' : 'stowage/name' } : {}),
});

function expectAsTheRuleSays(occupancy: Occupancy): void {
  const { workloads, size } = occupancy.fleet;
  const search = new RoomSearch(occupancy);
  for (const workload of workloads) {
    const { mask, topology } = workload.eligibility;
    const right = [...mask.keys()].filter(
      (one) => mask[one] === 1 && !room.rejects(occupancy, workload, one),
    );
    search.find(workload);
    const words = Array.from({ length: wordsFor(size) }, (_, word) => search.wordAt(word, workload));
    expect([...mask.keys()].filter((one) => (words[one >> 5] as number) & (1 << (one & 31)))).toEqual(right);
    const counts = Array.from({ length: topology?.values.length ?? 1 }, () => 0);
    for (const compute of right) counts[topology?.valueOf[compute] ?? 0]!++;
    expect([...search.counts.subarray(0, search.segments)]).toEqual(counts);
  }
}

test.each([
  ['a few shapes', 5],
  ['more shapes than are told apart', COMPUTES],
])('among computes of %s, what has room is what the rule admits', (_what, shapes) => {
  const { occupancy, instance } = emptyFleet({
    computes: nthEntries(COMPUTES, (nth) => computeOfShape(nth % shapes, nth)),
    services: nthEntries(AMOUNTS, serviceOf),
  });
  expectAsTheRuleSays(occupancy);
  const guests = Array.from({ length: 60 }, (_, nth) => instance(`n${nth % 50}`, 1));
  for (const [compute, guest] of guests.entries()) occupancy.put(guest, compute % 45);
  expectAsTheRuleSays(occupancy);
  for (const guest of guests.slice(10)) occupancy.take(guest);
  expectAsTheRuleSays(occupancy);
  for (const guest of guests.slice(0, 10)) occupancy.take(guest);
  expectAsTheRuleSays(occupancy);
});
