import { describe, expect, test } from '@jest/globals';
import { held, machine, manifest, rule, told } from '../../support/firewall.ts';

describe('fwassign.duplicate: a rule is given once to the same computes', () => {
  test('the same compute twice is an error that shows both', () => {
    expect(
      told(
        machine('db-01'),
        rule('a', { portStart: 443 }),
        ...held('db-01', 'a'),
        manifest('FirewallAssignment', 'again', { rule: 'a', compute: 'db-01', enabled: false }),
      ),
    ).toMatchInlineSnapshot(`
      "error fwassign.duplicate
        fleet.yaml:7:99 a-on-db-01 gives a to db-01 already, off where that is on
        hint: delete one of the two; setting enabled to false in one does not undo the other
        fleet.yaml:5:104 given here first"
    `);
  });

  test('an equal selector is an error, in whatever order it is written', () => {
    expect(
      told(
        machine('db-01', { tags: { env: 'prod', disk: 'ssd' } }),
        rule('a', { portStart: 443 }),
        manifest('FirewallAssignment', 'one', {
          rule: 'a',
          computeSelector: { matchLabels: { env: 'prod', disk: 'ssd' } },
        }),
        manifest('FirewallAssignment', 'two', {
          rule: 'a',
          computeSelector: { matchLabels: { disk: 'ssd', env: 'prod' } },
        }),
      ),
    ).toMatchInlineSnapshot(`
      "error fwassign.duplicate
        fleet.yaml:7:97 one gives a to the same computes already
        hint: delete one of the two; setting enabled to false in one does not undo the other
        fleet.yaml:5:97 given here first"
    `);
  });

  test('by name and by selector passes, and counts once', () => {
    expect(
      told(
        machine('db-01', { tags: { env: 'prod' } }),
        rule('a', { portStart: 443 }),
        ...held('db-01', 'a'),
        manifest('FirewallAssignment', 'one', {
          rule: 'a',
          computeSelector: { matchLabels: { env: 'prod' } },
        }),
      ),
    ).toBe('');
  });
});
