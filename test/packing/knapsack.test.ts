import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Market } from '../../src/packing/market.ts';
import { everyFilling } from '../../src/packing/every-filling.ts';
import { fillBest } from '../../src/packing/knapsack.ts';
import { marketOf } from '../../src/packing/market.ts';
import { patternKey } from '../../src/packing/pattern.ts';
import { fillingsOf } from './fillings.ts';
import { purchases } from './purchases.ts';

const worths = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 });
const worthOf = (content: readonly (readonly [c: number, count: number])[], values: Float64Array): number =>
  content.reduce((sum, [c, count]) => sum + values[c]! * count, 0);

function bestWorth(market: Market, offer: number, values: Float64Array): number {
  return Math.max(0, ...fillingsOf(market, offer).map(({ content }) => worthOf(content, values)));
}

describe('the best filling of a host', () => {
  test('is what brute force finds, whoever avoids whom and wants a buffer', () => {
    fc.assert(
      fc.property(purchases, worths, (purchase, worth) => {
        const market = marketOf(purchase);
        const values = Float64Array.from({ length: market.classCount }, (_, c) => worth[c] ?? 1);
        for (let offer = 0; offer < market.offerCount; offer++) {
          const best = bestWorth(market, offer, values);
          const answer = fillBest(market, offer, values, { above: 0, nodes: 1_000, tolerance: 0 });
          expect(answer.bound).toBeCloseTo(best, 4);
          expect(worthOf(answer.patterns.at(-1)?.content ?? [], values)).toBeLessThanOrEqual(best + 1e-9);
          const met = answer.patterns.map(({ content }) => worthOf(content, values));
          expect(Math.max(0, ...met)).toBeCloseTo(best, 4);
        }
      }),
      { numRuns: 100, seed: 20260303 },
    );
  });

  test('is bounded from above where the search ends early, with the partial filling that the bound comes from', () => {
    fc.assert(
      fc.property(purchases, worths, (purchase, worth) => {
        const market = marketOf(purchase);
        const values = Float64Array.from({ length: market.classCount }, (_, c) => worth[c] ?? 1);
        for (let offer = 0; offer < market.offerCount; offer++) {
          const { bound, partial } = fillBest(market, offer, values, { above: 0, nodes: 0, tolerance: 0 });
          expect(bound).toBeGreaterThanOrEqual(bestWorth(market, offer, values) - 1e-6);
          for (const { content } of partial)
            expect(worthOf(content, values)).toBeLessThanOrEqual(bound + 1e-6);
        }
      }),
      { numRuns: 60, seed: 20260304 },
    );
  });
});

describe('every filling above a worth', () => {
  const demands = [
    { need: [3, 3], replicas: 2, offers: [0] },
    { need: [2, 2], replicas: 5, offers: [0] },
  ];
  const market = marketOf({ demands, offers: [{ capacity: [7, 7], price: 9 }], limits: [] });

  test('is listed', () => {
    const fillings = everyFilling(market, 0, Float64Array.of(3.1, 2), 6, 1_000);
    expect(fillings?.map(patternKey).sort()).toEqual(['0,0:1,1:2', '0,0:2']);
  });

  test('is listed with what is worth nothing beside it', () => {
    const fillings = everyFilling(market, 0, Float64Array.of(3.1, 0), 3, 1_000);
    expect(fillings?.map(patternKey).sort()).toEqual(['0,0:1', '0,0:1,1:1', '0,0:1,1:2', '0,0:2']);
  });

  test('is not where there are too many', () => {
    expect(everyFilling(market, 0, Float64Array.of(3.1, 2), 0, 3)).toBeNull();
  });
});
