import { expect, test } from '@jest/globals';
import { place } from '../../../src/pipeline/place/place.ts';
import { seated } from '../../../src/pipeline/place/seated.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

/** Thousandths of cores in use on the only compute, as the plan leaves it. */
function coresUsed(words: FleetWords): number | undefined {
  const graph = fleet(words);
  return seated(graph, place(graph, [], POLICY).placements, POLICY).occupancy.used[0];
}

const SERVICES = { s: { cores: 1, max: { cores: 3 } }, a: { cores: 1 } };

test('a pinned instance takes what is allocated to it', () => {
  const pins = [{ service: 's', compute: 'c', allocated: { cores: 3 } }];
  expect(coresUsed({ computes: { c: { cores: 8 } }, services: SERVICES, pins })).toBe(4000);
});

test('a pinned instance for whose allocation there was no room takes what its service needs', () => {
  const pins = [{ service: 's', compute: 'c', allocated: { cores: 3 } }];
  expect(coresUsed({ computes: { c: { cores: 2 } }, services: SERVICES, pins })).toBe(2000);
});

test('what was left beside a pinned instance by others does not count against its allocation', () => {
  const pins = [{ service: 's', compute: 'c', allocated: { cores: 3 } }];
  expect(coresUsed({ computes: { c: { cores: 4 } }, services: { ...SERVICES, b: { cores: 1 } }, pins })).toBe(
    4000,
  );
});
