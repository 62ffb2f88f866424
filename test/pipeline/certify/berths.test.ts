import { describe, expect, test } from '@jest/globals';
import { fillBerths } from '../../../src/pipeline/certify/berths.ts';

const berth = (name: string, most: number, value = '') => ({ name, most, value });

describe('seats on computes', () => {
  test('go first to those that stay otherwise, then where there is the most room', () => {
    const berths = [berth('a', 1), berth('b', 3), berth('c', 2)];
    expect(fillBerths(berths, ['a'], ['c'], 4, false)).toEqual({ homes: ['a', 'c', 'b', 'b'], kept: 1 });
  });

  test('are no more than there is room for', () => {
    expect(fillBerths([berth('a', 1), berth('b', 0)], ['b'], [], 3, false)).toEqual({
      homes: ['a'],
      kept: 0,
    });
  });

  test('are shared out evenly over values, and what is left over goes where there is room', () => {
    const berths = [berth('a', 9, 'fsn1'), berth('b', 2, 'nbg1'), berth('c', 9, 'fsn1')];
    expect(fillBerths(berths, [], [], 5, true).homes).toEqual(['a', 'a', 'a', 'b', 'b']);
    expect(fillBerths(berths, [], [], 6, true).homes).toHaveLength(5);
  });

  test('are none where no compute suits', () => {
    expect(fillBerths([], [], ['a'], 2, true)).toEqual({ homes: [], kept: 0 });
  });
});
