import { describe, expect, test } from '@jest/globals';
import { place } from '../../../src/pipeline/place/place.ts';
import type { FleetWords } from '../../support/fleet.ts';
import { fleet, graphOf, manifestsOf } from '../../support/fleet.ts';
import { placeWords, POLICY, seats } from './policy.ts';

const FLEET: FleetWords = {
  computes: {
    'fsn1-web-01': { cores: 8, memory: 16_384, tags: { env: 'prod' } },
    'fsn1-web-02': { cores: 8, memory: 16_384, tags: { env: 'prod' } },
    'nbg1-web-01': { cores: 8, memory: 16_384, region: 'nbg1', tags: { env: 'prod' } },
    'nbg1-ci-01': { cores: 16, memory: 8192, region: 'nbg1', tags: { env: 'staging' } },
  },
  services: {
    api: { cores: 1, memory: 2048, max: { cores: 4 }, replicas: 4, topologyKey: 'stowage/region' },
    billing: {
      cores: 2,
      memory: 4096,
      replicas: 2,
      spreadMax: 1,
      antiAffinityServices: ['ci'],
      priority: 10,
    },
    ci: { cores: 4, memory: 1024, max: { memory: 4096 }, replicas: 3 },
    huge: { cores: 64, memory: 1024, replicas: 2 },
  },
  pins: [{ service: 'api', compute: 'nbg1-web-01', reason: 'close to its users' }],
};

describe('placement as a whole', () => {
  test('reads like this', () => {
    expect(
      placeWords(FLEET).placements.map(({ service, instance, compute, score, reason }) => {
        return `${service}/${instance} on ${compute} (${score}): ${reason}`;
      }),
    ).toMatchInlineSnapshot(`
      [
        "api/1 on nbg1-web-01 (0.8846): pinned: close to its users",
        "api/2 on nbg1-web-01 (0.8846): best of 3 candidates: 59 % used after",
        "api/3 on fsn1-web-02 (0.9086): the only candidate: 63 % used after",
        "api/4 on fsn1-web-02 (0.9086): the only candidate: 63 % used after",
        "billing/1 on nbg1-web-01 (0.8846): best of 4 candidates: 59 % used after",
        "billing/2 on nbg1-ci-01 (0.7404): best of 3 candidates: 31 % used after",
        "ci/1 on fsn1-web-01 (0.9327): best of 2 candidates: 75 % used after",
        "ci/2 on fsn1-web-01 (0.9327): best of 2 candidates: 75 % used after",
        "ci/3 on fsn1-web-02 (0.9086): the only candidate: 63 % used after",
      ]
    `);
  });

  test('each unplaced instance has one reason for every compute, by name', () => {
    const { unplaced } = placeWords(FLEET);
    expect(unplaced.map(({ service, instance }) => `${service}/${instance}`)).toEqual(['huge/1', 'huge/2']);
    for (const { rejected } of unplaced) {
      expect(rejected.map(({ compute }) => compute)).toEqual(Object.keys(FLEET.computes).sort());
    }
  });

  test('the outcome is plain: it can be written and compared', () => {
    const written = JSON.stringify(placeWords(FLEET));
    expect(written).toContain('"reason":"cores short by 50"');
    expect(JSON.stringify(placeWords(FLEET))).toBe(written);
  });

  test('a second plan moves nothing and grants the same', () => {
    const graph = fleet(FLEET);
    const first = place(graph, [], POLICY);
    const second = place(graph, first.placements, POLICY);
    const figures = ({
      service,
      instance,
      compute,
      granted,
      score,
      pinned,
    }: (typeof first.placements)[0]) => ({
      service,
      instance,
      compute,
      granted,
      score,
      pinned,
    });
    expect(second.placements.map(figures)).toEqual(first.placements.map(figures));
    expect(second.placements.every(({ kept }) => kept)).toBe(true);
    expect(JSON.stringify(second.unplaced)).toBe(JSON.stringify(first.unplaced));
  });

  test('the order of manifests and records does not matter', () => {
    const manifests = manifestsOf(FLEET);
    const recorded = place(graphOf(manifests), [], POLICY).placements.slice(3);
    const forth = place(graphOf(manifests), recorded, POLICY);
    const back = place(graphOf([...manifests].reverse()), [...recorded].reverse(), POLICY);
    expect(JSON.stringify(back)).toBe(JSON.stringify(forth));
  });

  test('a service that fits moves nobody', () => {
    const before = seats(placeWords(FLEET));
    const more = { ...FLEET, services: { ...FLEET.services, new: { cores: 1 } } };
    const outcome = placeWords(more, ...before);
    expect(outcome.placements.filter(({ kept }) => !kept).map(({ service }) => service)).toEqual(['new']);
  });

  test('a fleet without computes places nothing and explains nothing', () => {
    const { unplaced } = placeWords({ computes: {}, services: { api: { cores: 1, topologyKey: 'rack' } } });
    expect(unplaced).toEqual([{ service: 'api', instance: 1, rejected: [] }]);
  });

  test('a compute without hardware takes what asks for nothing', () => {
    const outcome = placeWords({ computes: { a: {} }, services: { idle: {} } });
    expect(seats(outcome)).toEqual(['idle/1@a']);
  });
});
