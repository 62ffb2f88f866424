import fc from 'fast-check';
import type { Purchase } from '../../src/packing/purchase.ts';

const amount = fc.integer({ min: 0, max: 6 });

/** Purchases small enough for brute force: a few offers of two resources, a handful of instances, every rule. */
export const purchases: fc.Arbitrary<Purchase> = fc
  .array(
    fc.record({
      capacity: fc.tuple(fc.integer({ min: 6, max: 14 }), fc.integer({ min: 6, max: 14 })),
      price: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((offers) =>
    fc.record({
      offers: fc.constant(offers),
      limits: fc.constant([]),
      demands: fc.array(
        fc.record({
          need: fc.tuple(fc.integer({ min: 1, max: 6 }), amount).map(([a, b]) => [a, Math.min(b, 5)]),
          buffer: fc.constantFrom([0, 0], [0, 1]),
          replicas: fc.integer({ min: 1, max: 3 }),
          spreadMax: fc.constantFrom(undefined, 1, 2),
          avoids: fc.constantFrom([], [0]),
          offers: fc.subarray([...offers.keys()], { minLength: 1 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )
  .map(({ demands, ...rest }) => ({
    ...rest,
    demands: demands.map((demand, at) => ({
      ...demand,
      avoids: demand.avoids.filter((other) => other !== at),
    })),
  }));
