import { expect, test } from '@jest/globals';
import type { Advice } from '../../../src/model/advice.ts';
import { cheaper } from '../../../src/pipeline/recommend/cheaper.ts';

const advice = (monthly: number, setup: number, lowerBound: number, lost = 0): Advice => ({
  fleet: 'test',
  workspace: 'prod',
  horizon: 12,
  cost: { monthly, setup, currency: 'EUR' },
  lowerBound,
  gap: 0,
  stopped: false,
  waiting: 3,
  ordered: 0,
  recommendations: [],
  unplaced: Array.from({ length: lost }, () => ({ service: 'web', instance: 1, rejected: [], reason: '' })),
});

test('the first answer stays where the second costs as much, with the better bound', () => {
  const first = advice(100, 120, 80);
  expect(cheaper(first, advice(110, 0, 99))).toEqual({ ...first, lowerBound: 99, gap: 0.1111 });
});

test('the second is taken where it costs less with its share of set-up fees, or helps more', () => {
  expect(cheaper(advice(100, 120, 80), advice(108, 0, 90)).cost.monthly).toBe(108);
  expect(cheaper(advice(100, 0, 80, 1), advice(150, 0, 150)).cost.monthly).toBe(150);
  expect(cheaper(advice(100, 0, 100), advice(50, 0, 50, 1)).cost.monthly).toBe(100);
});

test('an answer at the better bound is proved', () => {
  expect(cheaper(advice(100, 0, 80), advice(100, 0, 100))).toMatchObject({ lowerBound: 100, gap: 0 });
});
