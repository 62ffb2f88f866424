import { expect, test } from '@jest/globals';
import { leaveTogether } from '../../../src/pipeline/place/leavers.ts';
import { emptyFleet } from './seats.ts';

const words = {
  computes: { a: { cores: 4 } },
  services: { large: { cores: 3 }, one: { cores: 1 }, two: { cores: 2 }, will: { cores: 1 } },
};

test('every smallest set whose leaving makes room is visited, and nobody leaves in the end', () => {
  const { occupancy, instance } = emptyFleet(words);
  const guests = [instance('one', 1), instance('two', 1), instance('will', 1)];
  for (const guest of guests) occupancy.put(guest, 0);
  const seen: string[] = [];
  const { workload } = instance('large', 1);
  const visit = (leavers: readonly { workload: { name: string } }[]): boolean => {
    seen.push(leavers.map((leaver) => leaver.workload.name).join());
    return false;
  };
  expect(leaveTogether(occupancy, workload, 0, guests, 3, () => true, visit)).toBe(false);
  expect(seen).toEqual(['one,two', 'two,will']);
  expect(guests.every(({ placed }) => placed)).toBe(true);
});

test('no more leave than may', () => {
  const { occupancy, instance } = emptyFleet(words);
  const guests = [instance('one', 1), instance('two', 1), instance('will', 1)];
  for (const guest of guests) occupancy.put(guest, 0);
  const { workload } = instance('large', 1);
  expect(
    leaveTogether(
      occupancy,
      workload,
      0,
      guests,
      1,
      () => true,
      () => true,
    ),
  ).toBe(false);
});
