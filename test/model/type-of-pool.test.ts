import { expect, test } from '@jest/globals';
import { typeOfPool } from '../../src/model/type-of-pool.ts';

test.each([
  [{ cidr: '10.20.0.0/24' }, 'private'],
  [{ cidr: 'fd00::/64' }, 'private'],
  [{ cidr: '49.12.8.0/24' }, 'public'],
  [{ cidr: '10.0.0.0/7' }, 'public'],
  [{ cidr: '100.64.0.0/24' }, 'public'],
  [{ cidr: '49.12.8.0/24', type: 'private' }, 'private'],
] as const)('the addresses of %j are %s', (spec, type) => {
  expect(typeOfPool(spec)).toBe(type);
});
