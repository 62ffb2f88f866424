import { describe, expect, test } from '@jest/globals';
import { compute, fleetOf, ipAddress, ipAssignment, ipPool, saidOf } from '../../support/addresses.ts';
import { diagnose } from '../../support/diagnose.ts';

const FLEET = [
  compute('web'),
  ipAddress('one', { address: '10.20.0.1' }),
  ipAddress('six', { address: 'fd00::2' }),
  ipPool('pool', { cidr: '10.30.0.0/24' }),
];
const given = (name: string, fields: object): string => ipAssignment(name, { compute: 'web', ...fields });

describe('primary.missing: of several addresses one is the one a compute is reached by', () => {
  test('several of a family without a primary one are one warning, with two of them', () => {
    const fleet = [
      ...FLEET,
      given('a', { ip: 'one' }),
      given('b', { pool: 'pool' }),
      given('c', { pool: 'pool' }),
    ];
    expect(saidOf(...fleet)).toEqual([
      'primary.missing 9 | web has 3 IPv4 addresses, and none of them is primary | 11',
    ]);
    expect(diagnose(fleetOf(...fleet))[0]?.severity).toBe('warning');
  });

  test('a primary one of the other family does not help', () => {
    expect(
      saidOf(
        ...FLEET,
        given('a', { ip: 'one' }),
        given('b', { pool: 'pool' }),
        given('c', { ip: 'six', primary: true }),
      ),
    ).toHaveLength(1);
  });

  test('where an IPAssignment is not valid, it may be the primary one', () => {
    const broken = given('c', { pool: 'pool', primary: 'yes' });
    expect(saidOf(...FLEET, given('a', { ip: 'one' }), given('b', { pool: 'pool' }), broken)).toEqual([
      expect.stringMatching(/^schema\./),
    ]);
  });

  test('a single address of each family passes, and several with a primary one', () => {
    expect(saidOf(...FLEET, given('a', { ip: 'one' }), given('b', { ip: 'six' }))).toEqual([]);
    expect(saidOf(...FLEET, given('a', { ip: 'one', primary: true }), given('b', { pool: 'pool' }))).toEqual(
      [],
    );
  });
});
