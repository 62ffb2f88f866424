import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstFit } from '../../src/packing/first-fit.ts';
import { marketOf } from '../../src/packing/market.ts';
import { packCheaply } from '../../src/packing/pack-cheaply.ts';
import { purchases } from './purchases.ts';
import { bruteForce, faultsOf, SMALL_EFFORT } from './support.ts';

describe('packing cheaply', () => {
  test('keeps every rule, places everything, and is never dearer than first fit', () => {
    fc.assert(
      fc.property(purchases, (purchase) => {
        const market = marketOf(purchase);
        const packing = packCheaply(market, SMALL_EFFORT);
        expect(faultsOf(market, packing)).toEqual([]);
        expect(packing.leftCount).toBe(0);
        expect(packing.cost).toBeLessThanOrEqual(firstFit(market, 'thriftiest').cost);
        expect(packing.cost).toBeGreaterThanOrEqual(bruteForce(market) - 1e-6);
      }),
      { numRuns: 40, seed: 20260302 },
    );
  });

  test('is the same for the same seed', () => {
    const demands = [3, 4, 5, 7].map((cores) => ({ need: [cores], replicas: 9, offers: [0, 1] }));
    const offers = [
      { capacity: [8], price: 5 },
      { capacity: [17], price: 9 },
    ];
    const market = marketOf({ demands, offers, limits: [] });
    expect(packCheaply(market, SMALL_EFFORT)).toEqual(packCheaply(market, SMALL_EFFORT));
  });

  test('buys no offer more often than its limit allows', () => {
    const offers = [4, 4, 6, 8, 8].map((cores, nth) => ({ capacity: [cores], price: cores + nth }));
    const limits = offers.map((_, nth) => ({
      uses: offers.map((__, other) => Number(other === nth)),
      most: 1,
    }));
    const demands = [1, 2, 3].map((cores) => ({ need: [cores], replicas: 3, offers: [0, 1, 2, 3, 4] }));
    const market = marketOf({ demands, offers, limits });
    const packing = packCheaply(market, SMALL_EFFORT);
    const bought = packing.bins.map(({ offer }) => offer);
    expect(new Set(bought).size).toBe(bought.length);
    expect(faultsOf(market, packing)).toEqual([]);
    // 18 cores cost least as 4 + 6 + 8: prices 4, 8 and 11.
    expect(packing).toMatchObject({ cost: 23, leftCount: 0 });
  });

  test('needs no search where the volume alone proves first fit best', () => {
    const demands = [
      { need: [50, 100, 1], replicas: 50_000, offers: [0] },
      { need: [95, 190, 1], replicas: 1_000, offers: [0] },
    ];
    const market = marketOf({ demands, offers: [{ capacity: [1000, 5000, 100], price: 1 }], limits: [] });
    const packing = packCheaply(market, { ...SMALL_EFFORT, iterations: Infinity, iterationsEach: Infinity });
    expect(packing).toMatchObject({ cost: 2595, leftCount: 0 });
  });
});
