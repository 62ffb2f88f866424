import { describe, expect, test } from '@jest/globals';
import { explainService } from '../../../src/pipeline/place/explain-service.ts';
import { place } from '../../../src/pipeline/place/place.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet } from '../../support/fleet.ts';
import { POLICY } from './policy.ts';

const WORDS: FleetWords = {
  computes: {
    a: { cores: 10, memory: 10_240 },
    b: { cores: 10, memory: 10_240 },
    c: { cores: 10, memory: 10_240, state: 'maintenance' },
    d: { cores: 1, memory: 10_240 },
  },
  services: {
    api: { cores: 2, memory: 1024, replicas: 2, spreadMax: 1, max: { cores: 4 } },
    job: { cores: 4, memory: 4096 },
    rare: { cores: 1, affinity: [{ matchLabels: { disk: 'nvme' } }] },
    even: { cores: 1, replicas: 2, topologyKey: 'stowage/name' },
    idle: { cores: 1, replicas: 0 },
  },
  pins: [{ service: 'job', compute: 'b', reason: 'licence' }],
};

function explain(service: string, words = WORDS) {
  const graph = fleet(words);
  return explainService(graph, place(graph, [], POLICY).placements, POLICY, service);
}

describe('the explanation of a service', () => {
  test('ranks the computes that could take one more', () => {
    expect(explain('job')?.candidates).toMatchInlineSnapshot(`
      [
        {
          "after": {
            "mean": 0.6,
            "shares": {
              "cores": 0.7,
              "memory": 0.5,
            },
          },
          "before": {
            "mean": 0.25,
            "shares": {
              "cores": 0.4,
              "memory": 0.1,
            },
          },
          "compute": "a",
          "granted": {
            "cores": 4,
            "gpu": 0,
            "memory": 4096,
            "nvme": 0,
            "vram": 0,
          },
          "needed": {
            "mean": 0.55,
            "shares": {
              "cores": 0.6,
              "memory": 0.5,
            },
          },
          "score": 0.9231,
          "terms": [
            {
              "name": "ceiling",
              "value": 1,
            },
            {
              "name": "closeness",
              "value": 0.8462,
            },
            {
              "name": "stranding",
              "value": 0.95,
            },
          ],
        },
      ]
    `);
  });

  test('scores fall from candidate to candidate, and the first decides by ceiling', () => {
    const scores = explain('even')?.candidates.map(({ score }) => score) ?? [];
    expect(scores).toEqual([...scores].sort((x, y) => y - x));
  });

  test('every compute is a candidate or has one reason', () => {
    const { candidates = [], rejected = [], candidateCount } = explain('api') ?? {};
    expect(candidateCount).toBe(candidates.length);
    expect([...candidates, ...rejected].map(({ compute }) => compute).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(rejected).toContainEqual({ compute: 'c', reason: 'in maintenance' });
    expect(rejected).toContainEqual({ compute: 'a', reason: 'already has 1 of api (spreadMax 1)' });
  });

  test('reasons are counted by kind', () => {
    expect(explain('rare')?.rejectedBy).toEqual([
      { reason: 'does not match affinity disk=nvme', computes: 3 },
      { reason: 'in maintenance', computes: 1 },
    ]);
  });

  test('a pinned instance says who pinned it and what would move it', () => {
    expect(explain('job')?.seats).toMatchObject([
      { instance: 1, compute: 'b', why: 'pinned: licence', movedBy: ['a change of Assignment job-on-b'] },
    ]);
  });

  test('a placed one says why it is there and what would move it', () => {
    const seat = explain('even')?.seats[0];
    expect(seat?.why).toMatch(/candidate/);
    expect(seat?.movedBy).toContain('maintenance or deletion of its compute');
  });

  test('sentences are whole, whatever their compute is called', () => {
    for (const name of ['a', 'm', 'in', 'room']) {
      const selector = { matchLabels: { 'stowage/name': name } };
      const fleetWords = { computes: { [name]: { cores: 2 } }, services: { web: { affinity: [selector] } } };
      expect(explain('web', fleetWords)?.seats[0]?.movedBy).toEqual([
        'maintenance or deletion of its compute',
        `its compute no longer matching stowage/name=${name}`,
        'a min, a buffer or a reservation that leaves too little room',
      ]);
    }
  });

  test('one that breaks a rule already says so first', () => {
    const graph = fleet(WORDS);
    const granted = { cores: 1, memory: 0, vram: 0, nvme: 0, gpu: 0 };
    const [seat] =
      explainService(graph, [{ service: 'even', instance: 1, compute: 'c', granted }], POLICY, 'even')
        ?.seats ?? [];
    expect(seat?.movedBy[0]).toBe('the next plan: it is in maintenance');
  });

  test('a service that has no instances is ranked all the same', () => {
    expect(explain('idle')?.candidates.length).toBeGreaterThan(0);
    expect(explain('idle')?.seats).toEqual([]);
  });

  test('there is none of a service that does not exist', () => {
    expect(explain('gone')).toBeUndefined();
  });
});
