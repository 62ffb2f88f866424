import { describe, expect, test } from '@jest/globals';
import { raidLevelOf, usableCapacity } from '../../src/model/raid.ts';

describe('a RAID level', () => {
  test.each([
    [0, 0],
    [10, 10],
    ['5', 5],
    ['raid0', 0],
    ['raid1', 1],
    ['raid6', 6],
    ['raid10', 10],
  ])('written %j is level %i', (text, level) => {
    expect(raidLevelOf(text)).toBe(level);
  });

  test('says what it needs where there is too little', () => {
    expect(usableCapacity(6, { count: 3, smallest: 1, sum: 3 })).toEqual({ needs: 'at least 4 disks' });
  });

  test('of no disk is no set', () => {
    expect(usableCapacity(0, { count: 0, smallest: 0, sum: 0 })).toEqual({ needs: 'at least 1 disk' });
  });

  test.each([
    [0, 4000],
    [1, 500],
    [5, 1500],
    [6, 1000],
    [10, 1000],
  ] as const)('%i of four disks, of which one is small, leaves %i GB', (level, gb) => {
    expect(usableCapacity(level, { count: 4, smallest: 500, sum: 4000 })).toEqual({ gb });
  });
});
