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

  test('one permission that makes several needless is one warning, at that permission', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-all', { source: '10.0.0.0/8', priority: 10 }),
        rule('allow-ssh', { source: '10.1.0.0/16', portStart: 22, priority: 20 }),
        rule('allow-postgres', { source: '10.2.0.0/16', portStart: 5432, priority: 30 }),
        ...held('db-01', 'allow-all', 'allow-ssh', 'allow-postgres'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.redundant
        fleet.yaml:3:99 the rule makes 2 others needless: it does the same as allow-ssh and allow-postgres for all they would decide
        hint: narrow it if it was not meant to cover them, or delete them with their assignments
        fleet.yaml:5:99 ALLOW, priority 20, changes nothing
        fleet.yaml:7:104 ALLOW, priority 30, changes nothing"
    `);
  });

  test('of several, one that is allowed for itself is not told of', () => {
    const allowed = rule('allow-ssh', { source: '10.1.0.0/16', portStart: 22, priority: 20 }).replace(
      '"metadata":{',
      '"metadata":{"annotations":{"stowage/allow":"fw.redundant: the wide one goes in March"},',
    );
    expect(
      told(
        machine('db-01'),
        rule('allow-all', { source: '10.0.0.0/8', priority: 10 }),
        allowed,
        rule('allow-postgres', { source: '10.2.0.0/16', portStart: 5432, priority: 30 }),
        ...held('db-01', 'allow-all', 'allow-ssh', 'allow-postgres'),
      ),
    ).toMatch(
      /^warning fw.redundant\n {2}fleet.yaml:7:\d+ the rule changes nothing: allow-all does the same/,
    );
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
