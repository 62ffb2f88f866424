import { describe, expect, test } from '@jest/globals';
import { placeWords, reasons, seats } from './policy.ts';

describe('recorded instances stay where they are', () => {
  test('even where they would not be placed today', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 10 }, b: { cores: 10 } },
        services: { api: { cores: 2 }, job: { cores: 2 } },
      },
      'api/1@a',
      'job/1@b',
    );
    expect(seats(outcome)).toEqual(['api/1@a', 'job/1@b']);
    expect(reasons(outcome)).toEqual({ 'api/1': 'kept', 'job/1': 'kept' });
    expect(outcome.placements.every(({ kept }) => kept)).toBe(true);
  });

  test('they leave a compute that is gone', () => {
    const outcome = placeWords({ computes: { b: { cores: 8 } }, services: { api: { cores: 1 } } }, 'api/1@a');
    expect(reasons(outcome)).toEqual({ 'api/1': 'moved from a: it is gone' });
  });

  test('they leave when their needs have outgrown the compute', () => {
    const outcome = placeWords(
      { computes: { a: { memory: 2560 }, b: { memory: 8192 } }, services: { api: { memory: 4096 } } },
      'api/1@a',
    );
    expect(reasons(outcome)).toEqual({ 'api/1': 'moved from a: memory short by 1.5 GB' });
  });

  test('where one too big and three small conflict, the three stay', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 7 }, b: { cores: 16 } },
        services: { big: { cores: 6, priority: 5 }, small: { cores: 2, replicas: 3 } },
      },
      'big/1@a',
      'small/1@a',
      'small/2@a',
      'small/3@a',
    );
    expect(seats(outcome)).toEqual(['big/1@b', 'small/1@a', 'small/2@a', 'small/3@a']);
  });

  test('where one avoids three, the three stay', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 16 }, b: { cores: 16 } },
        services: {
          loner: { cores: 1, priority: 5, antiAffinityServices: ['x', 'y', 'z'] },
          x: { cores: 1 },
          y: { cores: 1 },
          z: { cores: 1 },
        },
      },
      'loner/1@a',
      'x/1@a',
      'y/1@a',
      'z/1@a',
    );
    expect(seats(outcome)).toEqual(['loner/1@b', 'x/1@a', 'y/1@a', 'z/1@a']);
  });

  test('where equals conflict, the lower numbers stay', () => {
    const outcome = placeWords(
      { computes: { a: { cores: 4 }, b: { cores: 8 } }, services: { api: { cores: 2, replicas: 3 } } },
      'api/3@a',
      'api/2@a',
      'api/1@a',
    );
    expect(seats(outcome)).toEqual(['api/1@a', 'api/2@a', 'api/3@b']);
  });

  test('two records of one instance count once', () => {
    const outcome = placeWords(
      { computes: { a: { cores: 4 }, b: { cores: 8 } }, services: { api: { cores: 2 } } },
      'api/1@b',
      'api/1@a',
    );
    expect(seats(outcome)).toEqual(['api/1@a']);
  });
});
