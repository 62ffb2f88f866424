import { describe, expect, test } from '@jest/globals';
import { placeWords, rejections, seats } from '../policy.ts';

describe('spreadMax limits the instances of a service on one compute', () => {
  const computes = { a: { cores: 8 }, b: { cores: 8 } };

  test('each compute takes so many', () => {
    const outcome = placeWords({ computes, services: { billing: { cores: 1, replicas: 4, spreadMax: 2 } } });
    expect(seats(outcome).sort()).toEqual(['billing/1@a', 'billing/2@a', 'billing/3@b', 'billing/4@b']);
  });

  test('and says so when it has them', () => {
    const outcome = placeWords({ computes, services: { billing: { cores: 1, replicas: 3, spreadMax: 1 } } });
    expect(outcome.unplaced).toHaveLength(1);
    expect(rejections(outcome)).toEqual({
      a: 'already has 1 of billing (spreadMax 1)',
      b: 'already has 1 of billing (spreadMax 1)',
    });
  });

  test('of those that stood together, the lowest numbers stay', () => {
    const outcome = placeWords(
      { computes, services: { billing: { cores: 1, replicas: 2, spreadMax: 1 } } },
      'billing/1@b',
      'billing/2@b',
    );
    expect(seats(outcome)).toEqual(['billing/1@b', 'billing/2@a']);
    expect(outcome.placements[1]?.reason).toBe('moved from b: it already has 1 of billing (spreadMax 1)');
  });
});
