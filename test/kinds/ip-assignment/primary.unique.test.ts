import { describe, expect, test } from '@jest/globals';
import { compute, ipAddress, ipAssignment, ipPool, saidOf } from '../../support/addresses.ts';

const FLEET = [
  compute('web'),
  compute('db'),
  ipAddress('one', { address: '10.20.0.1' }),
  ipAddress('two', { address: '10.20.0.2' }),
  ipAddress('six', { address: 'fd00::2' }),
  ipPool('pool', { cidr: '10.30.0.0/24' }),
  ipPool('pool-six', { cidr: 'fd01::/64' }),
];
const primary = (name: string, fields: object): string =>
  ipAssignment(name, { compute: 'web', primary: true, ...fields });

describe('primary.unique: a compute has one primary address of a family', () => {
  test('a second one is an error, and the first is shown', () => {
    expect(saidOf(...FLEET, primary('a', { ip: 'one' }), primary('b', { ip: 'two' }))).toEqual([
      'primary.unique 17 | the primary IPv4 address of web is already that of IPAssignment/a | 15',
    ]);
  });

  test('what a pool gives counts by the family of the pool', () => {
    expect(
      saidOf(
        ...FLEET,
        primary('a', { ip: 'one' }),
        primary('b', { pool: 'pool' }),
        primary('c', { ip: 'six' }),
        primary('d', { pool: 'pool-six' }),
      ),
    ).toEqual([
      'primary.unique 17 | the primary IPv4 address of web is already that of IPAssignment/a | 15',
      'primary.unique 21 | the primary IPv6 address of web is already that of IPAssignment/c | 19',
    ]);
  });

  test('two of one pool are two addresses', () => {
    expect(saidOf(...FLEET, primary('a', { pool: 'pool' }), primary('b', { pool: 'pool' }))).toHaveLength(1);
  });

  test('one of each family passes, and so does one for each compute', () => {
    expect(
      saidOf(
        ...FLEET,
        primary('a', { ip: 'one' }),
        primary('b', { ip: 'six' }),
        primary('c', { ip: 'two', compute: 'db' }),
      ),
    ).toEqual([]);
  });
});
