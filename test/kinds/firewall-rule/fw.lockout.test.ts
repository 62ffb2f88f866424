import { describe, expect, test } from '@jest/globals';
import { addressed, controllers, held, machine, manifest, rule, told } from '../../support/firewall.ts';

describe('fw.lockout: the controllers keep SSH access to every compute', () => {
  test('computes without a rule that lets them in are one error, at the first', () => {
    expect(
      told(
        controllers('198.51.100.7/32'),
        machine('db-01'),
        machine('db-02'),
        rule('allow-ssh', { source: '198.51.100.8', portStart: 22 }),
        ...held('db-01', 'allow-ssh'),
        ...held('db-02', 'allow-ssh'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.lockout
        fleet.yaml:1:64 no firewall rule lets the controller at 198.51.100.7/32 reach db-01 and db-02 over SSH, and the rest is denied there
        hint: assign a rule that allows tcp 22 from 198.51.100.7/32; stowage.yaml lists the controllers"
    `);
  });

  test('a rule that denies them is the error, though a later one would let them in', () => {
    expect(
      told(
        controllers('198.51.100.0/24'),
        machine('db-01'),
        rule('deny-some', { action: 'DENY', portStart: 22, source: '198.51.100.7', priority: 10 }),
        rule('allow-ssh', { portStart: 22, source: '198.51.100.0/24', priority: 20 }),
        ...held('db-01', 'deny-some', 'allow-ssh'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.lockout
        fleet.yaml:3:99 the rule denies the controller at 198.51.100.0/24 SSH to db-01
        hint: put a rule that allows tcp 22 from 198.51.100.0/24 before it; stowage.yaml lists the controllers
        fleet.yaml:1:64 could not be reached"
    `);
  });

  test('a family of which the compute has no address is no matter', () => {
    expect(
      told(
        controllers('198.51.100.7/32', 'fd00::/64'),
        machine('db-01'),
        ...addressed('db-01', '10.0.0.7'),
        rule('allow-ssh', { source: '198.51.100.0/24', portStart: 22 }),
        ...held('db-01', 'allow-ssh'),
      ),
    ).toBe('');
  });

  test('one address of the compute at which SSH is open suffices', () => {
    expect(
      told(
        controllers('198.51.100.7/32'),
        machine('db-01'),
        ...addressed('db-01', '10.0.0.7', '2a01:4f8:c17:1::10'),
        manifest('IPAddress', 'public', { address: '49.12.8.10', type: 'public' }),
        manifest('IPAssignment', 'public', { compute: 'db-01', ip: 'public' }),
        rule('allow-ssh', { source: '198.51.100.7', destination: '10.0.0.7', portStart: 22 }),
        ...held('db-01', 'allow-ssh'),
      ),
    ).toBe('');
  });

  test('a shadowed permission is said to be shadowed, and nothing of what follows from it', () => {
    expect(
      told(
        controllers('198.51.100.7/32'),
        machine('db-01'),
        rule('deny-ssh', { action: 'DENY', portStart: 22, priority: 10 }),
        rule('allow-ssh', { source: '198.51.100.7', portStart: 22, priority: 20 }),
        ...held('db-01', 'deny-ssh', 'allow-ssh'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.shadowed
        fleet.yaml:5:174 the rule never decides: deny-ssh decides on all it matches, and not as it says
        hint: give it a lower number than 10, so that it is tried first, or delete it
        fleet.yaml:3:98 DENY, priority 10, is tried before it"
    `);
  });

  test('computes without rules, and those that are inactive, pass', () => {
    expect(
      told(
        controllers('198.51.100.7/32'),
        machine('db-01'),
        machine('db-02', { state: 'inactive' }),
        rule('allow-http', { portStart: 80 }),
        ...held('db-02', 'allow-http'),
      ),
    ).toBe('');
  });
});
