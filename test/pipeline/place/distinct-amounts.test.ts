import { describe, expect, test } from '@jest/globals';
import { needed } from '../../../src/pipeline/place/amounts.ts';
import { DistinctAmounts } from '../../../src/pipeline/place/distinct-amounts.ts';

describe('distinct amounts', () => {
  test('are one array each, however often they are met', () => {
    const distinct = new DistinctAmounts();
    const one = distinct.of(needed({ cores: 1 }));
    const two = distinct.of(needed({ cores: 2 }));
    expect(distinct.of(needed({ cores: 1 }))).toBe(one);
    expect([...two]).toEqual([2000, 0, 0, 0, 0]);
    expect(two).not.toBe(one);
  });

  test('are found by their numbers', () => {
    const distinct = new DistinctAmounts();
    const number = distinct.numberOf(needed({ memory: 64 }));
    expect(distinct.numbered(number)).toBe(distinct.of(needed({ memory: 64 })));
  });

  test('stay as they are when the caller writes over its array', () => {
    const distinct = new DistinctAmounts();
    const figures = needed({ cores: 1 });
    const kept = distinct.of(figures);
    needed({ cores: 3 }, figures);
    expect([...kept]).toEqual([...needed({ cores: 1 })]);
  });
});
