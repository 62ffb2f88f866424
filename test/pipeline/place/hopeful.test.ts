import { expect, test } from '@jest/globals';
import { hopefulOf } from '../../../src/pipeline/place/hopeful.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { emptyFleet } from './seats.ts';

/** The numbers of the instances of `s` that may hope, of so many, the first of which has a place. */
function hopefulNumbers(words: FleetWords, placed = 0): number[] {
  const { occupancy, instance } = emptyFleet(words);
  const all = Array.from({ length: words.services?.s?.replicas ?? 1 }, (_, nth) => instance('s', nth + 1));
  for (const one of all.slice(0, placed)) occupancy.put(one, 0);
  return hopefulOf(occupancy, all).map(({ number }) => number);
}

const TWO = { a: { cores: 4, region: 'fsn1' }, b: { cores: 4, region: 'nbg1' } };

test('as many may hope as empty computes hold, and those count that have a place', () => {
  const words = { computes: TWO, services: { s: { cores: 2, replicas: 9 } } };
  expect(hopefulNumbers(words)).toEqual([1, 2, 3, 4]);
  expect(hopefulNumbers(words, 2)).toEqual([3, 4]);
});

test('nobody hopes whom no compute could hold with the buffer left', () => {
  expect(hopefulNumbers({ computes: TWO, services: { s: { cores: 5 } } })).toEqual([]);
  expect(hopefulNumbers({ computes: TWO, services: { s: { cores: 3, buffer: { cores: 2 } } } })).toEqual([]);
});

test('no more hope than spreadMax lets onto all computes', () => {
  const services = { s: { cores: 1, replicas: 9, spreadMax: 1 } };
  expect(hopefulNumbers({ computes: TWO, services })).toEqual([1, 2]);
});

test('no more hope than the shares of the values hold', () => {
  const computes = { a: { cores: 9, region: 'fsn1' }, b: { cores: 1, region: 'nbg1' } };
  const services = { s: { cores: 1, replicas: 5, topologyKey: 'stowage/region' } };
  expect(hopefulNumbers({ computes, services })).toEqual([1, 2, 3, 4]);
});
