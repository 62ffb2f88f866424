import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marketOf } from '../../src/packing/market.ts';
import { volumeBound } from '../../src/packing/volume-bound.ts';
import { purchases } from './purchases.ts';
import { bruteForce } from './support.ts';

const boundOf = (needs: readonly number[][], offers: readonly { capacity: number[]; price: number }[]) =>
  volumeBound(
    marketOf({
      demands: needs.map((need) => ({ need, replicas: 1, offers: [...offers.keys()] })),
      offers,
      limits: [],
    }),
  );

test('the volume bound is never above the lowest cost', () => {
  fc.assert(
    fc.property(purchases, (purchase) => {
      const market = marketOf(purchase);
      expect(volumeBound(market)).toBeLessThanOrEqual(bruteForce(market) + 1e-9);
    }),
    { numRuns: 60, seed: 20260302 },
  );
});

test('counts the resource that costs most, where a unit of it is cheapest', () => {
  const offers = [
    { capacity: [10, 10], price: 5.5 },
    { capacity: [20, 10], price: 8.8 },
  ];
  expect(boundOf([[15, 1]], offers)).toBeCloseTo(6.6);
  expect(boundOf([[1, 9]], offers)).toBeCloseTo(5.5);
});

test('goes up to the next cost that there can be', () => {
  const offers = [{ capacity: [10], price: 1 }];
  expect(boundOf([[6], [6], [9]], offers)).toBe(3);
  expect(boundOf([[10], [10]], offers)).toBe(2);
});

test('counts an instance only where it fits, and one that fits nowhere not at all', () => {
  const offers = [
    { capacity: [4], price: 1 },
    { capacity: [16], price: 8 },
  ];
  expect(boundOf([[8]], offers)).toBe(4);
  expect(boundOf([[40]], offers)).toBe(0);
});
