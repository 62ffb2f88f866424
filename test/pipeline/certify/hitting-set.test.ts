import { expect, test } from '@jest/globals';
import { smallestHittingSet } from '../../../src/pipeline/certify/hitting-set.ts';

test.each([
  [[], []],
  [[[3]], [3]],
  [
    [
      [0, 1],
      [1, 2],
    ],
    [1],
  ],
  [
    [[0], [1], [0, 2]],
    [0, 1],
  ],
  [
    [
      [0, 1],
      [2, 3],
      [1, 3],
      [0, 2],
    ],
    [0, 3],
  ],
])('of %j it is %j', (sets, expected) => {
  expect(smallestHittingSet(sets)).toEqual(expected);
});
