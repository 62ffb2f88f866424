import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openHighsInProcess } from '../../src/solver/highs/open-highs-in-process.ts';
import type { Solver } from '../../src/solver/solver.ts';
import type { FleetWords } from '../support/fleet.ts';
import { fleet } from '../support/fleet.ts';
import { consolidated, givenBack } from './consolidate/consolidated.ts';
import { costs } from './consolidate/prices.ts';
import { homeless, moves, recordedAt } from './simulate/simulated.ts';

let solver: Solver;
beforeAll(async () => void (solver = await openHighsInProcess()));
afterAll(() => solver.dispose());

const HOST = { cores: 8, ...costs(40) };
const THREE = { a: HOST, b: HOST, c: { ...HOST, ...costs(50) } };

/** Consolidates what is recorded, `api/1@a`, of a fleet in words. */
function consolidate(words: FleetWords, ...recorded: string[]) {
  return consolidated(fleet(words), solver, { recorded: recorded.map((text) => recordedAt(text)) });
}

describe('what could be given back', () => {
  test('three half-empty computes become two, and the dearest goes', async () => {
    const services = { api: { cores: 2, replicas: 3 }, job: { cores: 2, replicas: 3 } };
    const simulation = await consolidate(
      { computes: THREE, services },
      ...['api/1@a', 'api/2@b', 'api/3@c', 'job/1@a', 'job/2@b', 'job/3@c'],
    );
    expect(givenBack(simulation)).toEqual(['c for 50 with 2']);
    expect(moves(simulation).map((move) => move.replace(/→ [ab]$/, '→ another'))).toEqual([
      'api/3: c → another',
      'job/3: c → another',
    ]);
    expect(simulation.moves[0]?.reason).toBe('moved from c: it can be given back');
    expect(simulation.consolidation).toMatchObject({
      inUse: { before: 130, after: 80 },
      lowerBound: 80,
      gap: 0,
      stopped: false,
      planned: true,
      unpriced: [],
    });
    expect(simulation.monthlyCost).toEqual({ before: 130, after: 80, currency: 'EUR' });
    expect(simulation.unplaced).toEqual([]);
  });

  test('where only another arrangement holds everything, it is shown, and said that a plan does not make it', async () => {
    const computes = { a: HOST, b: HOST, c: HOST };
    const services = { large: { cores: 5, replicas: 2 }, small: { cores: 3, replicas: 2 } };
    const simulation = await consolidate(
      { computes, services },
      ...['large/1@a', 'large/2@b', 'small/1@c', 'small/2@c'],
    );
    expect(givenBack(simulation)).toEqual(['c for 40 with 2']);
    expect(simulation.consolidation.inUse).toEqual({ before: 120, after: 80 });
  });

  test('a cheaper compute that stands empty takes the place of a dear one', async () => {
    const simulation = await consolidate(
      { computes: { a: { cores: 8, ...costs(90) }, b: HOST }, services: { api: { cores: 2 } } },
      'api/1@a',
    );
    expect(moves(simulation)).toEqual(['api/1: a → b']);
    expect(simulation.consolidation.inUse).toEqual({ before: 90, after: 40 });
  });

  test('what is empty can be given back as it is', async () => {
    const simulation = await consolidate(
      { computes: { a: HOST, b: HOST }, services: { api: { cores: 2 } } },
      'api/1@a',
    );
    expect(givenBack(simulation)).toEqual(['b for 40 with 0']);
    expect(simulation.moves).toEqual([]);
    expect(simulation.consolidation.inUse).toEqual({ before: 40, after: 40 });
  });
});

describe('nothing is given back that a rule needs', () => {
  const half = { api: { cores: 2, replicas: 3 } };
  const spread = ['api/1@a', 'api/2@b', 'api/3@c'];

  test.each<[string, FleetWords]>([
    ['spreadMax', { computes: THREE, services: { api: { ...half.api, spreadMax: 1 } } }],
    ['a topology key', { computes: THREE, services: { api: { ...half.api, topologyKey: 'stowage/name' } } }],
    ['a buffer', { computes: THREE, services: { api: { ...half.api, buffer: { cores: 5 } } } }],
    [
      'affinity',
      {
        computes: { a: HOST, b: HOST, c: { ...HOST, tags: { disk: 'nvme' } } },
        services: {
          api: { cores: 2, replicas: 2, spreadMax: 1 },
          db: { cores: 2, affinity: [{ matchLabels: { disk: 'nvme' } }], antiAffinityServices: ['api'] },
        },
      },
    ],
    [
      'pins',
      {
        computes: THREE,
        services: half,
        pins: ['a', 'b', 'c'].map((compute) => ({ service: 'api', compute, reason: 'its disk' })),
      },
    ],
  ])('%s', async (_rule, words) => {
    const recorded = words.services?.db ? ['api/1@a', 'api/2@b', 'db/1@c'] : spread;
    const simulation = await consolidate(words, ...recorded);
    expect(givenBack(simulation)).toEqual([]);
    expect(moves(simulation)).toEqual([]);
    const { inUse, lowerBound } = simulation.consolidation;
    expect(inUse.after).toBe(inUse.before);
    expect(lowerBound).toBeLessThanOrEqual(inUse.after);
  });

  test('what is pinned stays, and what is not moves to it', async () => {
    const simulation = await consolidate(
      {
        computes: { a: HOST, b: { ...HOST, ...costs(100) } },
        services: { api: { cores: 2 }, job: { cores: 2 } },
        pins: [{ service: 'job', compute: 'b' }],
      },
      'api/1@a',
      'job/1@b',
    );
    expect(moves(simulation)).toEqual(['api/1: a → b']);
    expect(simulation.consolidation).toMatchObject({ inUse: { before: 140, after: 100 }, lowerBound: 100 });
  });

  test('a spreadMax that pinned instances use up in part holds for the others too', async () => {
    const simulation = await consolidate(
      {
        computes: THREE,
        services: { api: { cores: 1, replicas: 4, spreadMax: 2 } },
        pins: [{ service: 'api', compute: 'a' }],
      },
      ...['api/1@a', 'api/2@b', 'api/3@c', 'api/4@c'],
    );
    expect(givenBack(simulation)).toEqual(['c for 50 with 2']);
    expect(simulation.consolidation).toMatchObject({ inUse: { after: 80 }, lowerBound: 80 });
  });

  test('each value of a topology key keeps its share', async () => {
    const near = { ...HOST, region: 'fsn1' };
    const far = { ...HOST, region: 'hel1' };
    const simulation = await consolidate(
      {
        computes: { a: near, b: near, c: far, d: far },
        services: { api: { cores: 2, replicas: 4, topologyKey: 'stowage/region' } },
      },
      ...['api/1@a', 'api/2@b', 'api/3@c', 'api/4@d'],
    );
    expect(givenBack(simulation)).toHaveLength(2);
    expect(simulation.consolidation).toMatchObject({ inUse: { before: 160, after: 80 }, lowerBound: 80 });
  });
});

describe('prices that are not known', () => {
  test('a compute without one, or with one in another currency, counts as free of charge and is told', async () => {
    const simulation = await consolidate(
      {
        computes: { a: HOST, own: { cores: 8 }, us: { cores: 8, ...costs(10, 'USD') } },
        services: { api: { cores: 6, replicas: 3 } },
      },
      ...['api/1@a', 'api/2@own', 'api/3@us'],
    );
    expect(givenBack(simulation)).toEqual([]);
    expect(simulation.consolidation).toMatchObject({
      inUse: { before: 40, after: 40 },
      lowerBound: 40,
      unpriced: ['own', 'us'],
    });
  });

  test('what is free takes in what costs money elsewhere', async () => {
    const simulation = await consolidate(
      { computes: { a: HOST, own: { cores: 8 } }, services: { api: { cores: 2 } } },
      'api/1@a',
    );
    expect(moves(simulation)).toEqual(['api/1: a → own']);
    expect(simulation.consolidation).toMatchObject({
      inUse: { before: 40, after: 0 },
      lowerBound: 0,
      gap: 0,
    });
  });
});

describe('after a loss', () => {
  test('the rest is consolidated, and no more is without a place than without it', async () => {
    const graph = fleet({
      computes: { ...THREE, d: HOST },
      services: { api: { cores: 2, replicas: 4 }, big: { cores: 8 } },
    });
    const recorded = ['api/1@a', 'api/2@b', 'api/3@c', 'api/4@c', 'big/1@d'].map((text) => recordedAt(text));
    const simulation = await consolidated(graph, solver, { recorded, without: ['Compute/d'] });
    expect(homeless(simulation)).toEqual([]);
    expect(simulation.moves.find(({ service }) => service === 'big')?.reason).toContain('it is gone');
    expect(simulation.lost.computes).toEqual(['d']);
    expect(simulation.consolidation.inUse.before).toBe(170);
  });
});
