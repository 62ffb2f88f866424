import { describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/model/graph.ts';
import { fleet, graphOf, manifestsOf } from '../support/fleet.ts';
import { homeless, moves, recordedAt, simulated } from './simulate/simulated.ts';

const FSN = { cores: 8, region: 'fsn1' };
const HEL = { cores: 8, region: 'hel1', provider: 'own' };

describe('without a compute', () => {
  test('its instances move and everybody else stays', () => {
    const graph = fleet({
      computes: { a: FSN, b: FSN, c: FSN },
      services: { api: { cores: 2, replicas: 3 } },
    });
    const recorded = ['api/1@a', 'api/2@b', 'api/3@b'].map((text) => recordedAt(text, { cores: 2 }));
    const simulation = simulated(graph, { recorded, without: ['Compute/a'] });
    expect(simulation).toMatchObject({ baseline: 'recorded', lost: { computes: ['a'], services: [] } });
    expect(moves(simulation)).toEqual(['api/1: a → c']);
    expect(simulation.moves[0]?.reason).toBe('moved from a: it is gone');
    expect(simulation).toMatchObject({ unplaced: [], resized: 0, released: 0, pending: 0 });
  });

  test('what no longer fits is told with the reasons of those that are left', () => {
    const graph = fleet({
      computes: { a: FSN, b: { cores: 1 }, c: { cores: 2 }, d: { ...FSN, state: 'maintenance' } },
      services: { api: { cores: 4 } },
    });
    const simulation = simulated(graph, { without: ['Compute/a'] });
    expect(homeless(simulation)).toEqual(['api/1 was on a']);
    expect(simulation.unplaced[0]?.reasons).toEqual([
      { reason: 'cores too short', computes: 2 },
      { reason: 'in maintenance', computes: 1 },
    ]);
  });

  test('a pin to it does not fail; what is pinned has no place', () => {
    const graph = fleet({
      computes: { a: FSN, b: FSN },
      services: { api: { cores: 4 } },
      pins: [{ service: 'api', compute: 'a' }],
    });
    const { unplaced } = simulated(graph, { without: ['Compute/a'] });
    expect(unplaced).toEqual([
      { service: 'api', instance: 1, from: 'a', reasons: [{ reason: 'pinned to a', computes: 1 }] },
    ]);
  });

  test('those that make room are told what for', () => {
    const graph = fleet({
      computes: { a: { cores: 4, tags: { big: 'x' } }, b: { cores: 4, tags: { big: 'x' } }, c: { cores: 2 } },
      services: {
        db: { cores: 3, priority: 9, affinity: [{ matchLabels: { big: 'x' } }] },
        web: { cores: 2 },
      },
    });
    const recorded = [recordedAt('db/1@a', { cores: 3 }), recordedAt('web/1@b', { cores: 2 })];
    const simulation = simulated(graph, { recorded, without: ['Compute/a'] });
    expect(moves(simulation)).toEqual(['db/1: a → b', 'web/1: b → c']);
    expect(simulation.moves[1]?.reason).toBe('moved from b to make room for db');
  });

  test('grants shrink where newcomers need the room', () => {
    const graph = fleet({
      computes: { a: { cores: 10 }, b: { cores: 10 } },
      services: { api: { cores: 2, max: { cores: 6 } }, web: { cores: 4 } },
    });
    const recorded = [recordedAt('api/1@a', { cores: 6 }), recordedAt('web/1@b', { cores: 4 })];
    const { resized, utilisation } = simulated(graph, { recorded, without: ['Compute/b'] });
    expect(resized).toBe(1);
    expect(utilisation.before[0]).toEqual({ resource: 'cores', total: 20, allocated: 10, share: 0.5 });
    expect(utilisation.after[0]).toEqual({ resource: 'cores', total: 10, allocated: 7, share: 0.7 });
    expect(utilisation.after[4]).toEqual({ resource: 'gpu', total: 0, allocated: 0, share: null });
  });

  test('its cost goes, and that of others stays', () => {
    const graph = fleet({
      computes: {
        a: { ...FSN, billing: { monthlyCost: 10.1, currency: 'EUR' } },
        b: { billing: { annualCost: 12, currency: 'EUR' } },
      },
    });
    const { monthlyCost } = simulated(graph, { without: ['Compute/a'] });
    expect(monthlyCost).toEqual({ before: 11.1, after: 1, currency: 'EUR' });
  });
});

describe('without a region, a provider or a service', () => {
  const graph = fleet({
    computes: { a: FSN, b: HEL, c: HEL },
    services: { api: { cores: 3, replicas: 2, spreadMax: 1 }, job: { cores: 1 } },
  });
  const recorded = ['api/1@a', 'api/2@b', 'job/1@b'].map((text) => recordedAt(text));

  test.each(['region/hel1', 'provider/own'])('%s: all of its computes are lost at once', (address) => {
    const simulation = simulated(graph, { recorded, without: [address] });
    expect(simulation.lost.computes).toEqual(['b', 'c']);
    expect(moves(simulation)).toEqual(['job/1: b → a']);
    expect(homeless(simulation)).toEqual(['api/2 was on b']);
  });

  test('several losses add up', () => {
    const simulation = simulated(graph, { recorded, without: ['Compute/a', 'region/hel1'] });
    expect(simulation.without).toEqual(['Compute/a', 'region/hel1']);
    expect(homeless(simulation)).toEqual(['api/1 was on a', 'api/2 was on b', 'job/1 was on b']);
  });

  test('the instances of a service are released', () => {
    const simulation = simulated(graph, { recorded, without: ['Service/api'] });
    expect(simulation).toMatchObject({ released: 2, moves: [], unplaced: [], pending: 0 });
    expect(simulation.lost).toEqual({ computes: [], services: ['api'] });
  });
});

describe('what the next plan does anyway', () => {
  const graph = fleet({
    computes: { a: FSN, b: FSN, c: { ...FSN, state: 'maintenance' } },
    services: { api: { cores: 1 }, job: { cores: 1 }, new: { cores: 1 }, huge: { cores: 99 } },
  });
  const recorded = ['api/1@c', 'job/1@b', 'old/1@b'].map((text) => recordedAt(text, { cores: 1 }));

  test('is counted apart from what a loss does', () => {
    const simulation = simulated(graph, { recorded, without: ['Compute/b'] });
    expect(moves(simulation)).toEqual(['job/1: b → a']);
    // api leaves the compute in maintenance, new is placed, old is no longer wanted; huge fits nowhere.
    expect(simulation).toMatchObject({
      placed: [],
      unplaced: [],
      pending: 3,
      unplacedAnyway: 1,
      released: 0,
    });
  });
});

describe('with manifests added', () => {
  const words = { computes: { a: { cores: 2 } }, services: { api: { cores: 2 } } };
  const graph = fleet(words);
  const extended = (more: Partial<Parameters<typeof manifestsOf>[0]>): Graph =>
    graphOf([...graph.manifests, ...manifestsOf({ computes: {}, ...more })]);

  test('new services are placed, or told to be new where they fit nowhere', () => {
    const simulation = simulated(graph, {
      extended: extended({ services: { big: { cores: 2 }, tiny: { memory: 0 } } }),
    });
    expect(simulation.added).toEqual(['Service/big', 'Service/tiny']);
    expect(simulation.placed).toMatchObject([{ service: 'tiny', instance: 1, compute: 'a' }]);
    expect(homeless(simulation)).toEqual(['big/1 is new']);
  });

  test('new computes carry what would be lost', () => {
    const simulation = simulated(graph, {
      extended: extended({ computes: { b: { cores: 4 } } }),
      without: ['Compute/a'],
    });
    expect(moves(simulation)).toEqual(['api/1: a → b']);
    expect(simulation.utilisation.after[0]).toMatchObject({ total: 4, allocated: 2 });
  });
});

describe('each single loss', () => {
  const graph = fleet({
    computes: {
      a: { cores: 8 },
      b: { cores: 4, tags: { disk: 'ssd' } },
      idle: { cores: 4 },
      resting: { ...HEL, state: 'inactive' },
    },
    services: {
      db: { cores: 1, affinity: [{ matchLabels: { disk: 'ssd' } }] },
      api: { cores: 5 },
      web: { cores: 1 },
    },
  });
  const recorded = ['db/1@b', 'api/1@a', 'web/1@a'].map((text) => recordedAt(text));

  test('is told for every active compute, worst first', () => {
    const { each, moves: none } = simulated(graph, { recorded, each: 'Compute' });
    expect(none).toEqual([]);
    expect(each).toEqual([
      { address: 'Compute/a', survived: false, moves: 1, unplaced: [{ service: 'api', instance: 1 }] },
      { address: 'Compute/b', survived: false, moves: 0, unplaced: [{ service: 'db', instance: 1 }] },
      { address: 'Compute/idle', survived: true, moves: 0, unplaced: [] },
    ]);
  });

  test('comes on top of what is lost already', () => {
    const { each } = simulated(graph, { recorded, each: 'Compute', without: ['Compute/a'] });
    expect(each).toMatchObject([
      { address: 'Compute/b', moves: 1, unplaced: [{ service: 'db' }] },
      { address: 'Compute/idle', moves: 0, survived: true },
    ]);
  });

  test('agrees with trying that one', () => {
    const words = {
      computes: Object.fromEntries(
        [...'abcdefgh'].map((name, nth) => [name, { cores: 4 + (nth % 3), region: `r${nth % 3}` }]),
      ),
      services: {
        api: { cores: 2, replicas: 5, topologyKey: 'stowage/region' },
        db: { cores: 3, replicas: 3, spreadMax: 1, priority: 5 },
        web: { cores: 1, replicas: 7, max: { cores: 2 } },
      },
    };
    const many = fleet(words);
    const { each } = simulated(many, { each: 'Compute' });
    expect(each).toHaveLength(8);
    for (const { address, ...told } of each ?? []) {
      const alone = simulated(many, { without: [address] });
      expect({ address, ...told }).toEqual({
        address,
        survived: alone.unplaced.length === 0,
        moves: alone.moves.length,
        unplaced: alone.unplaced.map(({ service, instance }) => ({ service, instance })),
      });
    }
  });

  test('of a region or a provider takes all of its computes', () => {
    const { each } = simulated(graph, { recorded, each: 'region' });
    expect(each?.map(({ address, unplaced }) => [address, unplaced.length])).toEqual([['region/fsn1', 3]]);
  });

  test('is not tried unless it is asked for', () => {
    expect(simulated(graph, { without: ['Compute/a'] }).each).toBeNull();
  });
});
