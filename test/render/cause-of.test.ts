import { expect, test } from '@jest/globals';
import { causeOf } from '../../src/render/cause-of.ts';

test.each([
  ['moved from web-1: it is in maintenance', 'web-1', 'web-1 is in maintenance'],
  ['moved from m: region m already has its share (2 of 3)', 'm', 'region m already has its share (2 of 3)'],
  ['moved from a to make room for a', 'a', 'to make room for a'],
  ['moved from it: it is gone', 'it', 'it is gone'],
  ['pinned: licence (moved from a)', 'a', 'pinned: licence (moved from a)'],
  ['moved from web-10: it is gone', 'web-1', 'moved from web-10: it is gone'],
])('of %s, from %s, there is left to say: %s', (reason, from, cause) => {
  expect(causeOf(reason, from)).toBe(cause);
});
