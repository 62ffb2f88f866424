import { describe, expect, test } from '@jest/globals';
import { placeWords, seats } from './policy.ts';

const computes = { a: { cores: 8 }, b: { cores: 8 }, c: { cores: 8, state: 'maintenance' as const } };
const api = (replicas: number) => ({ services: { api: { cores: 1, replicas } }, computes });

describe('a service is brought to its replicas', () => {
  test('new instances take the lowest free numbers', () => {
    expect(seats(placeWords(api(4), 'api/2@b', 'api/4@b'))).toEqual([
      'api/1@b',
      'api/2@b',
      'api/3@b',
      'api/4@b',
    ]);
  });

  test('fewer replicas drop the highest numbers', () => {
    expect(seats(placeWords(api(2), 'api/1@b', 'api/2@a', 'api/3@a'))).toEqual(['api/1@b', 'api/2@a']);
  });

  test('but first those that would have to move', () => {
    expect(seats(placeWords(api(2), 'api/1@c', 'api/2@a', 'api/3@a'))).toEqual(['api/2@a', 'api/3@a']);
  });

  test('what a dropped instance leaves free lets another stay', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 4 }, b: { cores: 8 } },
        services: { api: { cores: 2, priority: 1 }, job: { cores: 2 } },
      },
      'api/1@a',
      'api/2@a',
      'job/1@a',
    );
    expect(seats(outcome)).toEqual(['api/1@a', 'job/1@a']);
    expect(outcome.placements.every(({ kept }) => kept)).toBe(true);
  });

  test('a service that is inactive, gone or wants none has none', () => {
    const none = { api: { cores: 1, replicas: 0 }, job: { cores: 1, state: 'inactive' as const } };
    const outcome = placeWords({ computes, services: none }, 'api/1@a', 'job/1@a', 'gone/1@a');
    expect(outcome).toMatchObject({ placements: [], unplaced: [] });
  });
});
