import { describe, expect, test } from '@jest/globals';
import { Numbering } from '../../../src/pipeline/place/numbering.ts';

describe('tuples are numbered', () => {
  test('in the order in which they are first met, equal ones alike', () => {
    const numbering = new Numbering(2);
    const tuples = [
      [1, 2],
      [2, 1],
      [1, 2],
      [0, 0],
      [2, 1],
    ];
    expect(tuples.map((tuple) => numbering.of(tuple))).toEqual([0, 1, 0, 2, 1]);
    expect(numbering.count).toBe(3);
  });

  test.each([
    ['fractions', [0.25], [0.5]],
    ['signs', [1], [-1]],
    ['what is beyond 32 bits', [1], [1 + 2 ** 32]],
    ['each figure', [1, 2, 3], [1, 2, 4]],
  ])('and told apart by %s', (_, one, other) => {
    const numbering = new Numbering(one.length);
    expect([one, other, one].map((tuple) => numbering.of(tuple))).toEqual([0, 1, 0]);
  });

  test('and keep their numbers however many they are', () => {
    const numbering = new Numbering(2);
    const tuples = Array.from({ length: 5000 }, (_, nth) => [nth % 70, Math.floor(nth / 70) / 8]);
    const numbers = tuples.map((tuple) => numbering.of(tuple));
    expect(numbers).toEqual([...tuples.keys()]);
    expect(tuples.map((tuple) => numbering.of(tuple))).toEqual(numbers);
  });

  test('and the caller may write over its array afterwards', () => {
    const numbering = new Numbering(1);
    const tuple = [1];
    numbering.of(tuple);
    tuple[0] = 2;
    expect([numbering.of(tuple), numbering.of([1])]).toEqual([1, 0]);
  });
});
