import { describe, expect, test } from '@jest/globals';
import { placeWords, seats } from './policy.ts';

describe('who is placed first', () => {
  test('high priority', () => {
    const services = { a: { cores: 3 }, b: { cores: 3, priority: 1 } };
    const outcome = placeWords({ computes: { host: { cores: 4 } }, services });
    expect(seats(outcome)).toEqual(['b/1@host']);
  });

  test('then what few computes would take', () => {
    const computes = { a: { cores: 4, tags: { disk: 'nvme' } }, b: { cores: 4 } };
    const services = {
      any: { cores: 3 },
      picky: { cores: 3, affinity: [{ matchLabels: { disk: 'nvme' } }] },
    };
    expect(seats(placeWords({ computes, services }))).toEqual(['any/1@b', 'picky/1@a']);
  });

  test('then what asks for most', () => {
    const services = { a: { cores: 1 }, b: { cores: 4 } };
    const outcome = placeWords({ computes: { host: { cores: 4 } }, services });
    expect(seats(outcome)).toEqual(['b/1@host']);
  });

  test('then by name', () => {
    const services = { b: { cores: 3 }, a: { cores: 3 } };
    const outcome = placeWords({ computes: { host: { cores: 4 } }, services });
    expect(seats(outcome)).toEqual(['a/1@host']);
  });
});

describe('the reason of a new placement', () => {
  test('says how many were to choose from and how full the choice is then', () => {
    const computes = { a: { cores: 10 }, b: { cores: 10 }, c: { cores: 1 } };
    const outcome = placeWords({ computes, services: { api: { cores: 5 } } });
    expect(outcome.placements[0]?.reason).toBe('best of 2 candidates: 50 % used after');
  });

  test('or that there was no choice', () => {
    const outcome = placeWords({ computes: { a: { cores: 10 } }, services: { api: { cores: 5 } } });
    expect(outcome.placements[0]?.reason).toBe('the only candidate: 50 % used after');
  });
});
