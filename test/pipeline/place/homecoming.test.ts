import { expect, test } from '@jest/globals';
import { homecoming } from '../../../src/pipeline/place/homecoming.ts';
import { emptyFleet } from './seats.ts';

const words = {
  computes: { a: { cores: 2 }, b: { cores: 2 } },
  services: { web: { cores: 2, replicas: 3 } },
};

test('instances of one service change places so that one is where it was', () => {
  const { occupancy, instance } = emptyFleet(words);
  const [one, two] = [instance('web', 1), instance('web', 2, 'a')];
  occupancy.put(one, 0);
  occupancy.put(two, 1);
  homecoming(occupancy, [one, two], () => 0);
  expect([one.compute, two.compute]).toEqual([1, 0]);
});

test('one without a place takes that of another where it was, if that has less of a claim', () => {
  const { occupancy, instance } = emptyFleet(words);
  const [one, two] = [instance('web', 1), instance('web', 2, 'gone')];
  occupancy.put(one, 0);
  homecoming(occupancy, [one, two], ({ from }) => (from === undefined ? 1 : 0));
  expect([one.compute, two.compute]).toEqual([-1, 0]);
});
