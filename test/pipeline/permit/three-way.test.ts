import { expect, test } from '@jest/globals';
import { threeWay } from '../../../src/pipeline/permit/three-way.ts';

const thing = (value: string): ReadonlyMap<string, string> =>
  new Map(value === '-' ? [] : [['thing', value]]);

test.each([
  ['nobody changed it', 'a', 'a', 'a', 'a', false],
  ['nobody changed it, and the merge does', 'a', 'a', 'a', 'x', true],
  ['ours changed it', 'a', 'b', 'a', 'b', false],
  ['ours changed it, and the merge takes it back', 'a', 'b', 'a', 'a', true],
  ['theirs changed it', 'a', 'a', 'b', 'b', false],
  ['theirs changed it, and the merge takes it back', 'a', 'a', 'b', 'a', true],
  ['both changed it alike', 'a', 'b', 'b', 'b', false],
  ['both changed it, each in its way, and one is chosen', 'a', 'b', 'c', 'b', true],
  ['theirs added it', '-', '-', 'b', 'b', false],
  ['theirs added it, and the merge drops it', '-', '-', 'b', '-', true],
  ['ours deleted it', 'a', '-', 'a', '-', false],
  ['ours deleted it, and the merge brings it back', 'a', '-', 'a', 'a', true],
  ['the merge alone has it', '-', '-', '-', 'x', true],
])('%s', (_what, base, ours, theirs, result, isChange) => {
  const changed = threeWay(thing(result), [thing(ours), thing(theirs)], thing(base), (a, b) => a === b);
  expect(changed).toEqual(isChange ? ['thing'] : []);
});
