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
        fleet.yaml:3:159 the rule denies part of what allow-https matches, such as tcp 443 from 10.9.0.0, and neither covers the other
        hint: if the order is meant, say why in the annotation stowage/allow; if not, swap the priorities or narrow one of them
        fleet.yaml:5:101 priority 20 is tried after it"
    `);
  });

  test('a list to block before several ports is one warning, at the list', () => {
    expect(
      told(
        machine('db-01'),
        rule('blocklist', { action: 'DENY', protocol: 'all', source: '10.9.0.0/16', priority: 5 }),
        rule('allow-icmp', { protocol: 'icmp', priority: 10 }),
        rule('allow-http', { portStart: 80, priority: 20 }),
        rule('allow-https', { portStart: 443, priority: 21 }),
        ...held('db-01', 'blocklist', 'allow-icmp', 'allow-http', 'allow-https'),
      ),
    ).toMatchInlineSnapshot(`
      "warning fw.correlated
        fleet.yaml:3:157 the rule denies part of what allow-icmp, allow-http and allow-https match, such as icmp from 10.9.0.0, and it covers none of them, nor any of them it
        hint: if the order is meant, say why in the annotation stowage/allow; if not, swap the priorities or narrow one of them
        fleet.yaml:5:100 priority 10 is tried after it
        fleet.yaml:7:100 priority 20 is tried after it
        fleet.yaml:9:101 priority 21 is tried after it"
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
