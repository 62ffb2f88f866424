import { describe, expect, test } from '@jest/globals';
import { held, machine, rule, told } from '../../support/firewall.ts';

describe('fw.redundant: every rule changes something', () => {
  test('a rule that an earlier one covers and that acts alike is a warning', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-all', { source: '10.0.0.0/8', priority: 10 }),
        rule('allow-ssh', { source: '10.1.0.0/16', portStart: 22, priority: 20 }),
        ...held('db-01', 'allow-all', 'allow-ssh'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.redundant
        fleet.yaml:5:69 the rule changes nothing: allow-all does the same for all it would decide
        hint: delete it with its assignments, or narrow the other rule if that one was not meant to cover it
        fleet.yaml:3:99 ALLOW, priority 10, is tried before it"
    `);
  });

  test('a rule that later ones cover together, with no denial between, is a warning', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-ssh', { source: '10.0.0.0/8', portStart: 22, priority: 10 }),
        rule('allow-low', { source: '10.0.0.0/9', priority: 20 }),
        rule('allow-high', { source: '10.128.0.0/9', priority: 20 }),
        ...held('db-01', 'allow-ssh', 'allow-low', 'allow-high'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.redundant
        fleet.yaml:3:69 the rule changes nothing: allow-high and allow-low together do the same for all it would decide
        hint: delete it with its assignments, or narrow the other rule if that one was not meant to cover it
        fleet.yaml:7:100 ALLOW, priority 20, is tried after it
        fleet.yaml:5:99 ALLOW, priority 20, is tried after it"
    `);
  });

  test('an exception to a denial between the two passes', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-ssh', { source: '10.1.0.0/16', portStart: 22, priority: 10 }),
        rule('deny-ssh', { action: 'DENY', portStart: 22, priority: 20 }),
        rule('allow-all', { source: '10.0.0.0/8', priority: 30 }),
        ...held('db-01', 'allow-ssh', 'deny-ssh'),
      ),
    ).toBe('');
  });

  test('a denial before the denial of everything else passes', () => {
    expect(
      told(
        machine('db-01'),
        rule('deny-smtp', { action: 'DENY', portStart: 25, priority: 10 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 900 }),
        ...held('db-01', 'deny-smtp', 'deny-rest'),
      ),
    ).toBe('');
  });
});
