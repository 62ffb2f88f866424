import { describe, expect, test } from '@jest/globals';
import { addressed, held, machine, rule, told } from '../../support/firewall.ts';

describe('fw.v4-only: what is for everybody is for IPv6 too', () => {
  test('a permission for all of IPv4 on a compute with IPv6 is a warning', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '2a01:4f8:c17:1::10'),
        rule('allow-https', { source: '0.0.0.0/0', portStart: 443 }),
        ...held('db-01', 'allow-https'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.v4-only
        fleet.yaml:7:135 0.0.0.0/0 is everybody over IPv4 only: over IPv6 the same is denied on db-01
        hint: write any, or a second rule for ::/0
        fleet.yaml:1:64 has IPv6"
    `);
  });

  test('a denial for all of IPv4 that leaves IPv6 open is a warning', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '2a01:4f8:c17:1::10'),
        rule('deny-smtp', { action: 'DENY', source: '0.0.0.0/0', portStart: 25, priority: 10 }),
        rule('allow-low', { portStart: 25, portEnd: 80, priority: 20 }),
        ...held('db-01', 'deny-smtp', 'allow-low'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.v4-only
        fleet.yaml:7:132 0.0.0.0/0 is everybody over IPv4 only: over IPv6 the same is let through on db-01
        hint: write any, or a second rule for ::/0
        fleet.yaml:1:64 has IPv6"
    `);
  });

  test('a second rule for IPv6, or no IPv6 address, passes', () => {
    expect(
      told(
        machine('db-01'),
        machine('db-02'),
        ...addressed('db-01', '2a01:4f8:c17:1::10'),
        ...addressed('db-02', '49.12.8.10'),
        rule('v4', { source: '0.0.0.0/0', portStart: 443 }),
        rule('v6', { source: '::/0', portStart: 443 }),
        ...held('db-01', 'v4', 'v6'),
        ...held('db-02', 'v4'),
      ),
    ).toBe('');
  });
});
