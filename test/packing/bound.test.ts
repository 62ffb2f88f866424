import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Solver } from '../../src/solver/solver.ts';
import { dualBound } from '../../src/packing/dual-bound.ts';
import { generate } from '../../src/packing/bound.ts';
import { marketOf } from '../../src/packing/market.ts';
import { openHighsInProcess } from '../../src/solver/highs/open-highs-in-process.ts';
import { relaxedBound } from '../../src/packing/relaxed-bound.ts';
import { purchases } from './purchases.ts';
import { fillingsOf } from './fillings.ts';
import { bruteForce, NO_HURRY } from './support.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighsInProcess();
});
afterAll(() => solver.dispose());

describe('a lower bound', () => {
  test('is never above the lowest cost, by the relaxation or by column generation, which is the higher', async () => {
    await fc.assert(
      fc.asyncProperty(purchases, async (purchase) => {
        const market = marketOf(purchase);
        const optimum = bruteForce(market);
        const relaxed = await relaxedBound(market, solver, NO_HURRY);
        expect(relaxed?.lowerBound).toBeLessThanOrEqual(optimum + 1e-6);
        const { lowerBound } = await generate(market, solver, [], NO_HURRY, 50);
        expect(lowerBound).toBeLessThanOrEqual(optimum + 1e-6);
        expect(lowerBound).toBeGreaterThanOrEqual((relaxed?.lowerBound ?? 0) - 1e-6);
      }),
      { numRuns: 40, seed: 20260305 },
    );
  });

  test('follows from any prices', () => {
    const worth = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(purchases, worth, (purchase, values) => {
        const market = marketOf(purchase);
        const classes = Float64Array.from({ length: market.classCount }, (_, c) => values[c] ?? 1);
        const contents = Float64Array.from({ length: market.offerCount }, (_, offer) =>
          Math.max(
            0,
            ...fillingsOf(market, offer).map(({ content }) =>
              content.reduce((sum, [c, count]) => sum + classes[c]! * count, 0),
            ),
          ),
        );
        const { lowerBound } = dualBound(market, {
          prices: { classes, limits: new Float64Array(0) },
          contents,
        });
        expect(lowerBound).toBeLessThanOrEqual(bruteForce(market) + 1e-6);
      }),
      { numRuns: 40, seed: 20260306 },
    );
  });

  test('is exact where whole patterns repeat, beyond what volume says', async () => {
    const demands = [{ need: [6], replicas: 4, offers: [0] }];
    const market = marketOf({ demands, offers: [{ capacity: [10], price: 7 }], limits: [] });
    expect((await relaxedBound(market, solver, NO_HURRY))?.lowerBound).toBeCloseTo(21);
    expect((await generate(market, solver, [], NO_HURRY, 50)).lowerBound).toBeCloseTo(28);
  });

  test('counts what limits of an offer of its own force upon the dearer', async () => {
    const offers = [
      { capacity: [10], price: 4 },
      { capacity: [10], price: 9 },
    ];
    const limits = [
      { uses: [1, 0], most: 1 },
      { uses: [0, 1], most: 1 },
    ];
    const demands = [{ need: [5], replicas: 4, offers: [0, 1] }];
    const market = marketOf({ demands, offers, limits });
    const start = { classes: Float64Array.of(4.5), limits: new Float64Array(2) };
    expect((await relaxedBound(market, solver, NO_HURRY))?.lowerBound).toBeCloseTo(13);
    expect((await generate(market, solver, [], NO_HURRY, 50, start)).lowerBound).toBeCloseTo(13);
    expect(dualBound(market, { prices: start, contents: Float64Array.of(9, 9) }).lowerBound).toBeCloseTo(13);
  });

  test('is there before the first round, and the same for the same input', async () => {
    const demands = [3, 4, 5].map((cores) => ({ need: [cores], replicas: 4, offers: [0] }));
    const market = marketOf({ demands, offers: [{ capacity: [8], price: 5 }], limits: [] });
    expect((await generate(market, solver, [], NO_HURRY, 0)).lowerBound).toBeCloseTo(30);
    const again = () => generate(market, solver, [], NO_HURRY, 3);
    expect(await again()).toEqual(await again());
  });

  test('is 0 where there is no time', async () => {
    const market = marketOf({
      demands: [{ need: [1], replicas: 1, offers: [0] }],
      offers: [{ capacity: [2], price: 3 }],
      limits: [],
    });
    const hurry = { ...NO_HURRY, expired: () => true, left: () => 0 };
    const { lowerBound, patterns } = await generate(market, solver, [], hurry, 5);
    expect(lowerBound).toBeLessThanOrEqual(3);
    expect(patterns).toEqual([]);
  });
});
