import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Draft } from '../../src/packing/draft.ts';
import { firstFit } from '../../src/packing/first-fit.ts';
import { marketOf } from '../../src/packing/market.ts';
import { randomFrom } from '../../src/packing/random.ts';
import { Recreation } from '../../src/packing/recreate.ts';
import { bareValues } from '../../src/packing/bare-values.ts';
import { ruin } from '../../src/packing/ruin.ts';
import { purchases } from './purchases.ts';
import { faultsOf } from './support.ts';

describe('a draft', () => {
  test('keeps every rule through ruins, and a change taken back leaves no trace', () => {
    fc.assert(
      fc.property(purchases, fc.integer(), (purchase, seed) => {
        const market = marketOf(purchase);
        const [random, values] = [randomFrom(seed), bareValues(market)];
        const draft = new Draft(market, firstFit(market));
        const recreation = new Recreation(market, values, random);
        const byPrice = Int32Array.from(market.price.keys()).sort(
          (a, b) => market.price[a]! - market.price[b]!,
        );
        for (let n = 0; n < 10; n++) {
          const before = shown(draft);
          draft.mark();
          ruin(draft, values, random);
          for (const slot of recreation.pack(draft)) draft.downsize(slot, byPrice);
          expect(faultsOf(market, draft.packing())).toEqual([]);
          expect(draft.packing().cost).toBeCloseTo(draft.cost);
          if (n % 2 === 1) continue;
          draft.revert();
          expect(shown(draft)).toEqual(before);
        }
      }),
      { numRuns: 40, seed: 20260303 },
    );
  });
});

/** All of it, whatever the order. */
function shown(draft: Draft): unknown {
  const { width } = draft.market;
  const hosts = draft.open.map((slot) =>
    JSON.stringify([
      draft.offer[slot],
      draft.classes[slot],
      draft.counts[slot],
      [...draft.free.slice(slot * width, (slot + 1) * width)],
    ]),
  );
  return { hosts: hosts.sort(), cost: draft.cost, pending: [...draft.pending] };
}
