import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Solver } from '../../src/solver/solver.ts';
import { findCheapest } from '../../src/packing/find-cheapest.ts';
import { marketOf } from '../../src/packing/market.ts';
import { packingFrom } from '../../src/packing/packing-from.ts';
import { openHighsInProcess } from '../../src/solver/highs/open-highs-in-process.ts';
import { purchases } from './purchases.ts';
import { bruteForce, faultsOf, NO_HURRY, SMALL_EFFORT } from './support.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighsInProcess();
});
afterAll(() => solver.dispose());

describe('the cheapest hosts', () => {
  test('hold everything by the rules, and cost what brute force finds', async () => {
    await fc.assert(
      fc.asyncProperty(purchases, async (purchase) => {
        const market = marketOf(purchase);
        const { packing, lowerBound } = await findCheapest(market, solver, NO_HURRY, SMALL_EFFORT);
        expect(faultsOf(market, packing)).toEqual([]);
        const optimum = bruteForce(market);
        expect(packing.leftCount).toBe(0);
        expect(lowerBound).toBeLessThanOrEqual(optimum + 1e-6);
        expect(packing.cost).toBeCloseTo(optimum);
      }),
      { numRuns: 40, seed: 20260301 },
    );
  });

  test('are the same for the same seed', async () => {
    const demands = [3, 4, 5].map((cores) => ({ need: [cores], replicas: 4, offers: [0, 1] }));
    const purchase = {
      demands,
      offers: [
        { capacity: [8], price: 5 },
        { capacity: [16], price: 9 },
      ],
      limits: [],
    };
    const run = () => findCheapest(marketOf(purchase), solver, NO_HURRY, SMALL_EFFORT);
    expect((await run()).packing).toEqual((await run()).packing);
  });

  test('stay within a limit and leave the rest over, with a bound for what is placed', async () => {
    const demands = [{ need: [4], replicas: 6, offers: [0] }];
    const limits = [{ uses: [1], most: 2 }];
    const market = marketOf({ demands, offers: [{ capacity: [8], price: 5 }], limits });
    const { packing, lowerBound } = await findCheapest(market, solver, NO_HURRY, SMALL_EFFORT);
    expect(packing).toMatchObject({ cost: 10, leftCount: 2 });
    expect(lowerBound).toBeCloseTo(10);
  });

  test('are never worse than what stands already, even where there is no time', async () => {
    // First fit puts 5 and 4 together, then all of 3, and finds no room for 2.
    const sizes = [5, 4, 3, 2];
    const purchase = {
      demands: sizes.map((size) => ({ need: [size], replicas: size === 3 ? 3 : 1, offers: [0] })),
      offers: [{ capacity: [10], price: 5 }],
      limits: [{ uses: [1], most: 2 }],
    };
    const market = marketOf(purchase);
    const entries = [
      [
        [0, 1],
        [2, 1],
        [3, 1],
      ],
      [
        [1, 1],
        [2, 2],
      ],
    ] as const;
    const standing = packingFrom(
      market,
      entries.map((load) => ({ offer: 0, load: new Map(load) })),
    );
    const hurry = { ...NO_HURRY, expired: () => true, left: () => 0 };
    const without = await findCheapest(market, solver, hurry, SMALL_EFFORT);
    expect(without.packing.leftCount).toBeGreaterThan(0);
    const { packing } = await findCheapest(market, solver, hurry, SMALL_EFFORT, standing);
    expect(faultsOf(market, packing)).toEqual([]);
    expect(packing).toMatchObject({ cost: 10, leftCount: 0 });
  });

  test('do not start from what breaks a rule', () => {
    const demands = [{ need: [6], replicas: 2, offers: [0] }];
    const market = marketOf({
      demands,
      offers: [{ capacity: [10], price: 5 }],
      limits: [{ uses: [1], most: 2 }],
    });
    const one = { offer: 0, load: new Map([[0, 1]]) };
    expect(packingFrom(market, [one, one])).toMatchObject({ cost: 10, leftCount: 0 });
    expect(packingFrom(market, [{ offer: 0, load: new Map([[0, 2]]) }])).toBeUndefined();
    expect(packingFrom(market, [one, one, one])).toBeUndefined();
  });

  test('are the best so far where there is no time, and say so', async () => {
    const demands = [5, 6, 7].map((cores) => ({ need: [cores], replicas: 4, offers: [0] }));
    const market = marketOf({ demands, offers: [{ capacity: [8], price: 5 }], limits: [] });
    const hurry = { ...NO_HURRY, expired: () => true, left: () => 0 };
    const { packing, stopped } = await findCheapest(market, solver, hurry, SMALL_EFFORT);
    expect(stopped).toBe(true);
    expect(faultsOf(market, packing)).toEqual([]);
    expect(packing.leftCount).toBe(0);
  });

  test('are told of while they get cheaper and the bound rises, to the end', async () => {
    const demands = [3, 4, 5].map((cores) => ({ need: [cores, 9 - cores], replicas: 7, offers: [0, 1] }));
    const offers = [
      { capacity: [8, 9], price: 5 },
      { capacity: [17, 16], price: 9 },
    ];
    const told: { cost: number; lowerBound: number }[] = [];
    const budget = { ...NO_HURRY, tell: (best: { cost: number; lowerBound: number }) => told.push(best) };
    const market = marketOf({ demands, offers, limits: [] });
    const { packing, lowerBound } = await findCheapest(market, solver, budget, SMALL_EFFORT);
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(({ cost }) => cost)).toEqual(told.map(({ cost }) => cost).sort((a, b) => b - a));
    expect(told.map((one) => one.lowerBound)).toEqual(
      told.map((one) => one.lowerBound).sort((a, b) => a - b),
    );
    expect(told.at(-1)).toEqual({ cost: packing.cost, lowerBound });
  });
});
