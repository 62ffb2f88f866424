import { expect, test } from '@jest/globals';
import { mostTogether } from '../../../src/pipeline/place/most-together.ts';
import { emptyFleet } from './seats.ts';

const words = {
  computes: { a: { cores: 4 } },
  services: { large: { cores: 3 }, small: { cores: 2, replicas: 2 } },
};

test('the most that a compute can hold stay together, though the first is larger', () => {
  const { occupancy, instance } = emptyFleet(words);
  const guests = [instance('large', 1), instance('small', 1), instance('small', 2)];
  expect(mostTogether(occupancy, guests, 0, 1)).toEqual(guests.slice(1));
  expect(occupancy.on(0)).toEqual([]);
});

test('of groups as large the first stays', () => {
  const { occupancy, instance } = emptyFleet(words);
  const guests = [instance('large', 1), instance('small', 1)];
  expect(mostTogether(occupancy, guests, 0, 1)).toEqual(guests.slice(0, 1));
});

test('where too few fit, there is no such group', () => {
  const { occupancy, instance } = emptyFleet(words);
  expect(mostTogether(occupancy, [instance('large', 1), instance('small', 1)], 0, 2)).toBeUndefined();
});
