import { expect, test } from '@jest/globals';
import { hasBit, wordsFor } from '../../../src/pipeline/place/bits.ts';
import { room } from '../../../src/pipeline/place/filters/room.ts';
import type { Occupancy } from '../../../src/pipeline/place/occupancy.ts';
import { emptyFleet } from './seats.ts';

/** More different amounts than there are sets, so that some computes lie between two of them. */
const AMOUNTS = 300;

function nthEntries<T>(count: number, entry: (nth: number) => T): Record<string, T> {
  return Object.fromEntries(Array.from({ length: count }, (_, nth) => [`n${nth}`, entry(nth)]));
}

function expectAsTheRuleSays(occupancy: Occupancy): void {
  const { workloads, size } = occupancy.fleet;
  const bits = new Int32Array(wordsFor(size));
  for (const workload of workloads) {
    occupancy.room.find(workload, bits);
    const [found, right] = [new Set<number>(), new Set<number>()];
    for (let compute = 0; compute < size; compute++) {
      if (hasBit(bits, compute)) found.add(compute);
      if (!room.rejects(occupancy, workload, compute)) right.add(compute);
    }
    expect(found).toEqual(right);
  }
}

test('what has room is what the rule admits, on an empty fleet, a filled one and one emptied again', () => {
  const { occupancy, instance } = emptyFleet({
    computes: nthEntries(70, (nth) => ({
      cores: (nth % 10) * 4 + 0.1,
      memory: 1024 * (nth % 7),
      gpu: nth % 2,
    })),
    services: nthEntries(AMOUNTS, (nth) => ({
      cores: 0.05 + nth * 0.07,
      memory: (nth % 50) * 100,
      ...(nth % 9 === 0 ? { gpu: 1 } : {}),
      ...(nth % 5 === 0 ? { buffer: { cores: 0.33 } } : {}),
    })),
  });
  expectAsTheRuleSays(occupancy);
  const guests = Array.from({ length: 60 }, (_, nth) => instance(`n${nth}`, 1));
  for (const [compute, guest] of guests.entries()) occupancy.put(guest, compute);
  expectAsTheRuleSays(occupancy);
  for (const guest of guests) occupancy.take(guest);
  expectAsTheRuleSays(occupancy);
});
