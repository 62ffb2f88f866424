import { expect, test } from '@jest/globals';
import { lowest } from '../../../src/pipeline/certify/lowest.ts';

/** What is found, and in how many tries. */
function found(threshold: number, guesses: readonly number[] = [], most = Infinity) {
  let tries = 0;
  const number = lowest(0, 1000, (at) => (++tries > most ? null : at >= threshold), guesses);
  return { number, tries };
}

test('the lowest number that will do is found, whatever it is', () => {
  for (const threshold of [1, 2, 499, 500, 501, 999, 1000]) expect(found(threshold).number).toBe(threshold);
});

test('a good guess, and the number before it, are enough', () => {
  expect(found(723, [100, 99, 723, 722, 900, 899])).toEqual({ number: 723, tries: 3 });
  expect(found(723).tries).toBeGreaterThan(8);
});

test('a wrong guess does no harm', () => {
  expect(found(723, [5, 995, 2000, -3]).number).toBe(723);
});

test('when no more may be tried, the lowest that is known to do is told', () => {
  expect(found(400, [], 1)).toEqual({ number: 500, tries: 2 });
});
