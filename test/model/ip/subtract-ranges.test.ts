import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IpRange } from '../../../src/model/ip/ip-range.ts';
import { subtractRanges } from '../../../src/model/ip/subtract-ranges.ts';

const anyRange = fc
  .tuple(fc.constantFrom(4 as const, 4 as const, 6 as const), fc.nat(30), fc.nat(8))
  .map(([family, first, length]): IpRange => ({
    family,
    first: BigInt(first),
    last: BigInt(first + length),
  }));

function members({ family, first, last }: IpRange): string[] {
  return Array.from({ length: Number(last - first) + 1 }, (_, at) => `${family}:${Number(first) + at}`);
}

test('what is left of a range is every address that is in none of the others, once and in order', () => {
  fc.assert(
    fc.property(anyRange, fc.array(anyRange, { maxLength: 6 }), (from, others) => {
      const gone = new Set(others.flatMap(members));
      const left = members(from).filter((each) => !gone.has(each));
      expect(subtractRanges(from, others).flatMap(members)).toEqual(left);
    }),
    { numRuns: 500 },
  );
});
