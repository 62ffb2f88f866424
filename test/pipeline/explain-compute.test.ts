import { describe, expect, test } from '@jest/globals';
import { explainCompute } from '../../src/pipeline/explain-compute.ts';
import { place } from '../../src/pipeline/place/place.ts';
import type { FleetWords } from '../support/fleet.ts';
import { fleet } from '../support/fleet.ts';
import { POLICY } from './place/policy.ts';

const WORDS: FleetWords = {
  computes: { a: { cores: 10, memory: 10_240, reserved: { cores: 2 } } },
  services: {
    api: { cores: 4, memory: 1024, max: { memory: 2048 } },
    big: { cores: 9, replicas: 0 },
    one: { cores: 1, memory: 512, buffer: { memory: 1024 } },
    two: { cores: 1, memory: 512, buffer: { memory: 1024 } },
    few: { memory: 1, spreadMax: 2 },
    idle: {},
  },
};

function explain(compute: string) {
  const graph = fleet(WORDS);
  return explainCompute(graph, place(graph, [], POLICY).placements, POLICY, compute);
}

describe('the explanation of a compute', () => {
  test('lists what is on it and what it is granted', () => {
    expect(explain('a')?.placements.map(({ service, granted }) => `${service} ${granted.memory}`)).toEqual([
      'api 2048',
      'few 1',
      'idle 0',
      'one 512',
      'two 512',
    ]);
  });

  test('says of each resource how much there is, is granted and is left, and what of that is kept free', () => {
    expect(explain('a')?.resources).toEqual([
      {
        resource: 'cores',
        total: 8,
        allocated: 6,
        needed: 6,
        available: 2,
        kept: 0,
        stranded: 0,
        utilisation: 0.75,
      },
      {
        resource: 'memory',
        total: 10_240,
        allocated: 3073,
        needed: 2049,
        available: 7167,
        kept: 1024,
        stranded: 0,
        utilisation: 0.300098,
      },
    ]);
  });

  test('is as full as what is granted there', () => {
    expect(explain('a')?.mean).toBe(0.525049);
  });

  test('says which services still fit and how many of them', () => {
    expect(explain('a')?.room.map(({ services, count }) => `${services.join('+')} ${count}`)).toEqual([
      'idle null',
      'one+two 2',
      'few 1',
    ]);
  });

  test('what no service asks for is stranded, and what is kept free is not', () => {
    const cores = { cores: 7, buffer: { cores: 1 } };
    const full = fleet({ computes: { a: { cores: 8, memory: 1024 } }, services: { cores } });
    const placed = place(full, [], POLICY).placements;
    expect(explainCompute(full, placed, POLICY, 'a')?.resources).toMatchObject([
      { resource: 'cores', available: 1, kept: 1, stranded: 0 },
      { resource: 'memory', available: 1024, kept: 0, stranded: 1024 },
    ]);
  });

  test('there is none of a compute that does not exist', () => {
    expect(explain('gone')).toBeUndefined();
  });
});
