import { describe, expect, test } from '@jest/globals';
import type { FleetWords } from '../../../support/fleet.ts';
import { placeWords, rejections, seats } from '../policy.ts';

const topologyKey = 'stowage/region';

function regions(...names: string[]): FleetWords['computes'] {
  return Object.fromEntries(names.map((name) => [name, { cores: 8, region: name.split('-')[0] }]));
}

function perRegion(outcome: Parameters<typeof seats>[0]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { compute } of outcome.placements) {
    const region = compute.split('-')[0] as string;
    counts[region] = (counts[region] ?? 0) + 1;
  }
  return counts;
}

describe('instances spread evenly over the values of the topology key', () => {
  test('five over two regions are three and two', () => {
    const computes = regions('fsn1-a', 'fsn1-b', 'fsn1-c', 'nbg1-a');
    const outcome = placeWords({ computes, services: { api: { cores: 1, replicas: 5, topologyKey } } });
    expect(perRegion(outcome)).toEqual({ fsn1: 3, nbg1: 2 });
  });

  test('a region that has its share takes no more, even when another is full', () => {
    const computes = { ...regions('fsn1-a'), 'nbg1-a': { cores: 1, region: 'nbg1' } };
    const outcome = placeWords({ computes, services: { api: { cores: 1, replicas: 4, topologyKey } } });
    expect(outcome.unplaced).toHaveLength(1);
    expect(rejections(outcome)).toEqual({
      'fsn1-a': 'region fsn1 already has its share (2 of 4)',
      'nbg1-a': 'cores short by 1',
    });
  });

  test('only eligible computes have values to spread over', () => {
    const computes = {
      ...regions('fsn1-a'),
      'nbg1-a': { cores: 8, region: 'nbg1', state: 'inactive' as const },
    };
    const outcome = placeWords({ computes, services: { api: { cores: 1, replicas: 2, topologyKey } } });
    expect(seats(outcome)).toEqual(['api/1@fsn1-a', 'api/2@fsn1-a']);
  });

  test('a compute without the label is not taken', () => {
    const outcome = placeWords({
      computes: { a: { cores: 8 }, b: { cores: 8, tags: { rack: 'r1' } } },
      services: { api: { cores: 8, replicas: 2, topologyKey: 'rack' } },
    });
    expect(seats(outcome)).toEqual(['api/1@b']);
    expect(rejections(outcome)).toEqual({
      a: 'has no tag rack to spread over',
      b: 'cores short by 8',
    });
  });

  test('those above the share of their value move, highest numbers first', () => {
    const computes = regions('fsn1-a', 'nbg1-a');
    const outcome = placeWords(
      { computes, services: { api: { cores: 1, replicas: 3, topologyKey } } },
      'api/1@fsn1-a',
      'api/2@fsn1-a',
      'api/3@fsn1-a',
    );
    expect(seats(outcome)).toEqual(['api/1@fsn1-a', 'api/2@fsn1-a', 'api/3@nbg1-a']);
    expect(outcome.placements[2]?.reason).toBe(
      'moved from fsn1-a: region fsn1 already has its share (2 of 3)',
    );
  });
});
