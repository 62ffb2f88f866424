import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IpRange } from '../../../src/model/ip/ip-range.ts';
import { rangeContains, rangesOverlap } from '../../../src/model/ip/ip-range.ts';

const anyRange = fc
  .tuple(fc.constantFrom(4 as const, 6 as const), fc.nat(12), fc.nat(12))
  .map(([family, a, b]): IpRange => ({
    family,
    first: BigInt(Math.min(a, b)),
    last: BigInt(Math.max(a, b)),
  }));

/** The members one by one, as texts of their family and number. */
function members({ family, first, last }: IpRange): string[] {
  return Array.from({ length: Number(last - first) + 1 }, (_, at) => `${family}:${Number(first) + at}`);
}

test('ranges overlap where they have an address in common, and one contains the other where it has them all', () => {
  fc.assert(
    fc.property(anyRange, anyRange, (a, b) => {
      const [inA, inB] = [new Set(members(a)), members(b)];
      expect(rangesOverlap(a, b)).toBe(inB.some((each) => inA.has(each)));
      expect(rangeContains(a, b)).toBe(inB.every((each) => inA.has(each)));
    }),
    { numRuns: 500 },
  );
});
