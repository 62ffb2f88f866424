import { beforeAll, describe, expect, test } from '@jest/globals';
import { boundOf } from '../../../src/pipeline/certify/bound/bound-of.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import { openHighsInProcess } from '../../../src/solver/highs/open-highs-in-process.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from '../place/policy.ts';
import { PATIENT } from './support.ts';

let solver: Solver;
beforeAll(async () => void (solver = await openHighsInProcess()));

const NOWHERE = [{ matchLabels: { env: 'nowhere' } }];
const UNASKED = { solve: () => Promise.reject(new Error('a solver was asked')) } as unknown as Solver;

async function bound(words: FleetWords) {
  const graph = fleet(words);
  return await boundOf(graph, place(graph, [], POLICY), solver, PATIENT);
}

describe('how many can be placed at the most', () => {
  test.each<[string, FleetWords, number]>([
    [
      'whole instances',
      { computes: { a: { cores: 5 }, b: { cores: 5 } }, services: { s: { cores: 3, replicas: 3 } } },
      2,
    ],
    [
      'a buffer',
      { computes: { a: { cores: 5 } }, services: { s: { cores: 1, replicas: 5, buffer: { cores: 2 } } } },
      3,
    ],
    [
      'a spreadMax',
      { computes: { a: { cores: 5 } }, services: { s: { cores: 1, replicas: 5, spreadMax: 2 } } },
      2,
    ],
    [
      'an even spread',
      {
        computes: { a: { cores: 9, region: 'fsn1' }, b: { cores: 1, region: 'nbg1' } },
        services: { s: { cores: 1, replicas: 5, topologyKey: 'stowage/region' } },
      },
      4,
    ],
    [
      'services that avoid each other',
      {
        computes: { a: { cores: 5 } },
        services: { s: { cores: 1, replicas: 2 }, t: { cores: 1, antiAffinityServices: ['s'] } },
      },
      2,
    ],
    [
      'a pin',
      {
        computes: { a: { cores: 1 }, b: { cores: 9 } },
        services: { s: { cores: 2, replicas: 2 } },
        pins: [{ service: 's', compute: 'a' }],
      },
      1,
    ],
    ['a drain', { computes: { a: { cores: 9, state: 'maintenance' } }, services: { s: { cores: 1 } } }, 0],
  ])('counts with %s', async (_what, words, most) => {
    expect(await bound(words)).toMatchObject({ placed: most, most, proved: 'exact' });
  });

  test('tells what could be from what could be without costing another its place', async () => {
    const words = {
      computes: { a: { cores: 4 } },
      services: { big: { cores: 4, priority: 1 }, small: { cores: 1, replicas: 3 } },
    };
    expect(await bound(words)).toEqual({ wanted: 4, placed: 1, most: 3, mostKeeping: 1, proved: 'exact' });
  });

  describe('of a large fleet', () => {
    const computes = Object.fromEntries(Array.from({ length: 60 }, (_, nth) => [`c${nth}`, { cores: 5 }]));
    const small = { cores: 2, replicas: 130 };

    test('is a bound that counts computes that are alike as one', async () => {
      const words = { computes, services: { small, wide: { cores: 4, replicas: 5, priority: 1 } } };
      expect(await bound(words)).toEqual({
        wanted: 135,
        placed: 115,
        most: 125,
        mostKeeping: 125,
        proved: null,
      });
    });

    test('is proved where the linear program has no more, though each service could have more alone', async () => {
      const tens = Object.fromEntries(Array.from({ length: 60 }, (_, nth) => [`c${nth}`, { cores: 10 }]));
      const services = { wide: { cores: 4, replicas: 70 }, narrow: { cores: 3, replicas: 120 } };
      const graph = fleet({ computes: tens, services });
      const outcome = place(graph, [], POLICY);
      expect(await boundOf(graph, outcome, solver, PATIENT)).toEqual({
        wanted: 190,
        placed: 180,
        most: 180,
        mostKeeping: 180,
        proved: 'bound',
      });
      await expect(boundOf(graph, outcome, UNASKED, PATIENT)).rejects.toThrow('a solver was asked');
    });

    test.each<[string, FleetWords['services'], number]>([
      ['no more fit', { small }, 120],
      ['spreadMax lets in no more', { small: { ...small, spreadMax: 1 }, other: { cores: 1 } }, 61],
      ['no value has more than its share', { small: { ...small, topologyKey: 'stowage/region' } }, 120],
      ['a rule suits no compute', { small, lost: { cores: 1, affinity: NOWHERE } }, 120],
    ])('asks no solver where %s even alone', async (_what, services, placed) => {
      const graph = fleet({ computes, services });
      const outcome = place(graph, [], POLICY);
      expect(await boundOf(graph, outcome, UNASKED, PATIENT)).toMatchObject({
        placed,
        most: placed,
        mostKeeping: placed,
        proved: 'bound',
      });
    });
  });
});
