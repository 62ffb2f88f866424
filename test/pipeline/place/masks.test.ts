import { expect, test } from '@jest/globals';
import { countMarked, marked } from '../../../src/pipeline/place/masks.ts';

test.each([
  [[], []],
  [[0, 0], []],
  [
    [1, 0, 1, 1, 0],
    [0, 2, 3],
  ],
])('the mask %j marks the computes %j', (mask, computes) => {
  expect([...marked(Uint8Array.from(mask))]).toEqual(computes);
  expect(countMarked(Uint8Array.from(mask))).toBe(computes.length);
});
