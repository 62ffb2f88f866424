import { describe, expect, test } from '@jest/globals';
import { held, machine, rule, told } from '../../support/firewall.ts';

describe('fw.correlated: rules of different actions are apart, or one is an exception to the other', () => {
  test('rules that cross are a warning with a packet that both match', () => {
    expect(
      told(
        machine('db-01'),
        rule('deny-guests', { action: 'DENY', protocol: 'all', source: '10.9.0.0/16', priority: 10 }),
        rule('allow-https', { portStart: 443, priority: 20 }),
        ...held('db-01', 'deny-guests', 'allow-https'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.correlated
        fleet.yaml:5:153 deny-guests denies part of what this rule matches, such as tcp 443 from 10.9.0.0, and neither covers the other
        hint: if the order is meant, say why in the annotation stowage/allow; if not, swap the priorities or narrow one of the two
        fleet.yaml:3:101 priority 10 is tried before it"
    `);
  });

  test('an exception to a later rule passes', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-ssh', { source: '10.9.0.0/16', portStart: 22, priority: 10 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 900 }),
        ...held('db-01', 'allow-ssh', 'deny-rest'),
      ),
    ).toBe('');
  });
});
