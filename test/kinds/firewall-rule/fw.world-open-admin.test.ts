import { describe, expect, test } from '@jest/globals';
import { addressed, held, machine, rule, told } from '../../support/firewall.ts';

describe('fw.world-open-admin: no port for administrators is open to the world', () => {
  test('SSH from everywhere on a public compute is a warning', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        rule('allow-ssh', { portStart: 22 }),
        ...held('db-01', 'allow-ssh'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.world-open-admin
        fleet.yaml:7:89 everybody may reach SSH (tcp 22) on db-01
        hint: name the networks that administer these machines as source, one rule for each"
    `);
  });

  test('a range over several such ports counts them', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-all', { source: '0.0.0.0/0', portStart: 1, portEnd: 9999 }),
        ...held('db-01', 'allow-all'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.world-open-admin
        fleet.yaml:3:133 everybody may reach SSH (tcp 22) and 12 more such ports on db-01
        hint: name the networks that administer these machines as source, one rule for each"
    `);
  });

  test('behind an earlier denial, on private computes and from a network it passes', () => {
    expect(
      told(
        machine('db-01'),
        machine('db-02'),
        ...addressed('db-01', '49.12.8.10'),
        ...addressed('db-02', '10.0.0.7'),
        rule('deny-ssh', { action: 'DENY', portStart: 22, priority: 10 }),
        rule('allow-any', { portStart: 20, portEnd: 22, priority: 20 }),
        rule('allow-ssh', { portStart: 22 }),
        rule('allow-office', { source: '217.91.72.40/29', portStart: 22, priority: 5 }),
        ...held('db-01', 'allow-office', 'deny-ssh', 'allow-any'),
        ...held('db-02', 'allow-ssh'),
      ),
    ).toBe('');
  });
});
