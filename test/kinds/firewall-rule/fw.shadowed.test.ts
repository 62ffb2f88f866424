import { describe, expect, test } from '@jest/globals';
import { held, machine, rule, told } from '../../support/firewall.ts';

describe('fw.shadowed: no rule is hidden by earlier rules that act otherwise', () => {
  test('a rule that only two earlier ones hide together is an error that names both', () => {
    expect(
      told(
        machine('db-01'),
        rule('deny-low', { action: 'DENY', source: '10.0.0.0/9', priority: 10 }),
        rule('deny-high', { action: 'DENY', source: '10.128.0.0/9', priority: 11 }),
        rule('deny-elsewhere', { action: 'DENY', source: '11.0.0.0/8', priority: 12 }),
        rule('allow-ssh', { source: '10.0.0.0/8', portStart: 22, priority: 20 }),
        ...held('db-01', 'deny-low', 'deny-high', 'deny-elsewhere', 'allow-ssh'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.shadowed
        fleet.yaml:9:172 the rule never decides: deny-low and deny-high together decide on all it matches, and not as it says
        hint: give it a lower number than 10, so that it is tried first, or delete it
        fleet.yaml:3:98 DENY, priority 10, is tried before it
        fleet.yaml:5:99 DENY, priority 11, is tried before it"
    `);
  });

  test('one rule that hides several others is one error, at that rule', () => {
    expect(
      told(
        machine('db-01'),
        rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 9 }),
        rule('allow-ssh', { source: '10.0.0.0/8', portStart: 22, priority: 20 }),
        rule('allow-http', { portStart: 80, priority: 30 }),
        ...held('db-01', 'deny-rest', 'allow-ssh', 'allow-http'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.shadowed
        fleet.yaml:3:134 the rule decides on all that allow-ssh and allow-http match, and not as they say: they never decide
        hint: give it a higher number than 30, so that it is tried after them, or delete what was not meant
        fleet.yaml:5:99 ALLOW, priority 20, is tried after it
        fleet.yaml:7:100 ALLOW, priority 30, is tried after it"
    `);
  });

  test('a rule that a stricter one hides on one compute and not on another passes', () => {
    expect(
      told(
        machine('db-01'),
        machine('db-02'),
        rule('quarantine', { action: 'DENY', protocol: 'all', priority: 1 }),
        rule('allow-ssh', { source: '10.0.0.0/8', portStart: 22, priority: 20 }),
        ...held('db-01', 'quarantine', 'allow-ssh'),
        ...held('db-02', 'allow-ssh'),
      ),
    ).toBe('');
  });

  test('a rule of which earlier ones leave a little passes', () => {
    expect(
      told(
        machine('db-01'),
        rule('deny-low', { action: 'DENY', protocol: 'all', source: '10.0.0.0/9', priority: 10 }),
        rule('allow-ssh', { source: '10.0.0.0/8', priority: 20 }),
        ...held('db-01', 'deny-low', 'allow-ssh'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.correlated
        fleet.yaml:3:155 the rule denies part of what allow-ssh matches, such as tcp from 10.0.0.0, and neither covers the other
        hint: if the order is meant, say why in the annotation stowage/allow; if not, swap the priorities or narrow one of them
        fleet.yaml:5:99 priority 20 is tried after it"
    `);
  });
});
