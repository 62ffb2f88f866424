import { describe, expect, test } from '@jest/globals';
import { ceiling } from '../../../../src/pipeline/place/scores/ceiling.ts';
import { closeness } from '../../../../src/pipeline/place/scores/closeness.ts';
import { scoreOf } from '../../../../src/pipeline/place/scores/score.ts';
import { stranding } from '../../../../src/pipeline/place/scores/stranding.ts';
import { placeWords, POLICY, seats } from '../policy.ts';

const usage = (mean: number, hottest = mean) => ({ mean, hottest });

describe('the terms of the score', () => {
  test('the ceiling is met or not, by the mean', () => {
    expect([ceiling(0.7, 0.7), ceiling(0.1 + 0.2, 0.3), ceiling(0.71, 0.7)]).toEqual([1, 1, 0]);
  });

  test('closeness is 1 at the target and 0 when empty or full', () => {
    const at = (mean: number) => closeness(mean, POLICY.target);
    expect([at(0), at(0.325), at(0.65), at(1)]).toEqual([0, 0.5, 1, 0]);
  });

  test('stranding falls as one resource runs ahead of the others', () => {
    expect([stranding(0.5, 0.5), stranding(0.25, 0.75)]).toEqual([1, 0.5]);
  });

  test('any compute under the ceiling outranks any above it', () => {
    const worstUnder = scoreOf(usage(0, 1), POLICY);
    const bestAbove = scoreOf(usage(0.701), POLICY);
    expect(worstUnder).toBeGreaterThanOrEqual(0.5);
    expect(bestAbove).toBeLessThan(0.5);
  });

  test('a compute closer to the target outranks any that strands less', () => {
    expect(scoreOf(usage(0.6, 1), POLICY)).toBeGreaterThan(scoreOf(usage(0.599), POLICY));
    expect(scoreOf(usage(0.6, 0.8), POLICY)).toBeGreaterThan(scoreOf(usage(0.6, 0.9), POLICY));
  });

  test('it runs from 0 to 1', () => {
    expect(scoreOf(usage(POLICY.target), POLICY)).toBe(1);
    expect(scoreOf(usage(1, 2), POLICY)).toBe(0);
  });
});

describe('the best compute', () => {
  test('is the one already in use, filled towards the target', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 10 }, b: { cores: 10 } },
        services: { api: { cores: 2 }, job: { cores: 2 } },
      },
      'job/1@b',
    );
    expect(seats(outcome)).toEqual(['api/1@b', 'job/1@b']);
  });

  test('is another where it would exceed the ceiling', () => {
    const outcome = placeWords(
      {
        computes: { a: { cores: 10 }, b: { cores: 10 } },
        services: { api: { cores: 2 }, job: { cores: 6 } },
      },
      'job/1@b',
    );
    expect(seats(outcome)).toEqual(['api/1@a', 'job/1@b']);
  });

  test('is the one whose resources are used alike, when all are equally close', () => {
    const computes = { a: { cores: 10, memory: 10_240 }, b: { cores: 10, memory: 10_240 } };
    const services = {
      api: { cores: 2 },
      cache: { memory: 2048 },
      queue: { cores: 2 },
    };
    const outcome = placeWords({ computes, services }, 'queue/1@a', 'cache/1@b');
    expect(seats(outcome)[0]).toBe('api/1@b');
  });

  test('is the first by name, when all are equal', () => {
    const outcome = placeWords({
      computes: { b: { cores: 8 }, a: { cores: 8 } },
      services: { api: { cores: 1 } },
    });
    expect(seats(outcome)).toEqual(['api/1@a']);
  });
});
