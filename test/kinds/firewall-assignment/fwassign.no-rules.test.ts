import { describe, expect, test } from '@jest/globals';
import { addressed, held, machine, rule, told } from '../../support/firewall.ts';

describe('fwassign.no-rules: a compute with a public address has rules, where a fleet has any', () => {
  test('an active compute with a public address and no rule is a warning', () => {
    expect(
      told(
        machine('db-01'),
        machine('db-02'),
        ...addressed('db-01', '49.12.8.10'),
        rule('a', { portStart: 443 }),
        ...held('db-02', 'a'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fwassign.no-rules
        fleet.yaml:1:64 db-01 has a public address (49.12.8.10) and no firewall rule for what comes in: everything does
        hint: assign rules to it by name, or correct the tags that their selectors ask for"
    `);
  });

  test('a rule for outgoing traffic only is a warning too', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        rule('a', { portStart: 443, direction: 'out' }),
        ...held('db-01', 'a'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fwassign.no-rules
        fleet.yaml:1:64 db-01 has a public address (49.12.8.10) and no firewall rule for what comes in: everything does
        hint: assign rules to it by name, or correct the tags that their selectors ask for"
    `);
  });

  test('private computes, those that are not active, and a fleet without rules pass', () => {
    expect(
      told(
        machine('db-01'),
        machine('db-02'),
        machine('db-03', { state: 'maintenance' }),
        ...addressed('db-02', '10.0.0.7'),
        ...addressed('db-03', '49.12.8.11'),
        rule('a', { portStart: 443 }),
        ...held('db-01', 'a'),
      ),
    ).toBe('');
  });
});
