import { describe, expect, test } from '@jest/globals';
import { explainCompute } from '../../../src/pipeline/place/explain-compute.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

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

  test('says of each resource it has how much there is, is used and is left', () => {
    expect(explain('a')?.resources).toEqual([
      {
        resource: 'cores',
        capacity: 8,
        used: 6,
        granted: 6,
        buffer: 0,
        available: 2,
        utilisation: 0.75,
        stranded: 0,
      },
      {
        resource: 'memory',
        capacity: 10_240,
        used: 2049,
        granted: 3073,
        buffer: 1024,
        available: 7167,
        utilisation: 0.2001,
        stranded: 7508,
      },
    ]);
  });

  test('names the resource that runs out first', () => {
    expect(explain('a')).toMatchObject({ fullest: 'cores', mean: 0.475 });
  });

  test('says which services still fit and how many of them', () => {
    expect(explain('a')?.room.map(({ services, count }) => `${services.join('+')} ${count}`)).toEqual([
      'idle null',
      'one+two 2',
      'few 1',
    ]);
  });

  test('an empty compute strands nothing', () => {
    const graph = fleet({ computes: { a: { cores: 1 } } });
    expect(explainCompute(graph, [], POLICY, 'a')).toMatchObject({
      fullest: null,
      resources: [{ stranded: 0 }],
    });
  });

  test('there is none of a compute that does not exist', () => {
    expect(explain('gone')).toBeUndefined();
  });
});
