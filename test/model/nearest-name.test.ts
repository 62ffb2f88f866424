import { describe, expect, test } from '@jest/globals';
import { nearestName } from '../../src/model/nearest-name.ts';

describe('the name a person most likely meant', () => {
  test.each([
    ['postgers', ['postgres', 'redis'], 'postgres'],
    ['Postgres', ['postgres'], 'postgres'],
    ['plann', ['plan', 'apply'], 'plan'],
    ['fsn1-db-1', ['fsn1-db-01', 'fsn1-web-01'], 'fsn1-db-01'],
    ['in', ['In', 'NotIn'], 'In'],
    [
      'a-rather-long-name-for-a-service',
      ['a-rather-long-nmae-fro-a-servise'],
      'a-rather-long-nmae-fro-a-servise',
    ],
  ])('%s, among %j, is %s', (name, candidates, meant) => {
    expect(nearestName(name, candidates)).toBe(meant);
  });

  test('is the closest, whatever the order of the candidates', () => {
    expect(nearestName('cache', ['caches2', 'cach', 'match'])).toBe('cach');
    expect(nearestName('cache', ['match', 'cach', 'caches2'])).toBe('cach');
  });

  test('is the first in the alphabet of two that are as close', () => {
    expect(nearestName('web-x', ['web-b', 'web-a'])).toBe('web-a');
    expect(nearestName('web-x', ['web-a', 'web-b'])).toBe('web-a');
  });

  test.each([
    ['redis', ['postgres', 'mongo']],
    ['', ['a', 'b']],
    ['x', ['y']],
    ['db', ['io', 'ns']],
    ['web-03', ['web-01', 'web-02']],
    ['web', []],
  ])('is none where none is close: %j among %j', (name, candidates) => {
    expect(nearestName(name, candidates)).toBeUndefined();
  });
});
