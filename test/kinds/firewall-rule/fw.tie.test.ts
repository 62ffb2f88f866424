import { describe, expect, test } from '@jest/globals';
import { held, machine, rule, told } from '../../support/firewall.ts';

describe('fw.tie: rules that act differently on the same packets have different priorities', () => {
  test('one priority for a permission and the denial of the rest is an error, and nothing more is said', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-ssh', { source: '10.0.0.0/8', portStart: 22 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all' }),
        ...held('db-01', 'allow-ssh', 'deny-rest'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.tie
        fleet.yaml:5:89 allow-ssh has the same priority 100 and the other action, for packets such as tcp 22 from 10.0.0.0
        hint: give them different priorities; the lower number is tried first
        fleet.yaml:3:99 ALLOW, tried first only for its name"
    `);
  });

  test('a denial among several permissions of its priority is one error, at the denial, whatever its name', () => {
    for (const name of ['a-denial', 'deny-rest']) {
      expect(
        told(
          machine('db-01'),
          rule('allow-http', { portStart: 80 }),
          rule('allow-https', { portStart: 443 }),
          rule(name, { action: 'DENY', protocol: 'all' }),
          ...held('db-01', 'allow-http', 'allow-https', name),
        ),
      ).toContain('error fw.tie\n  fleet.yaml:7:');
    }
  });

  test('a denial that also hides what is tried later is one error, that of what it hides', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-http', { portStart: 80, priority: 30 }),
        rule('allow-https', { portStart: 443, priority: 31 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 30 }),
        ...held('db-01', 'allow-http', 'allow-https', 'deny-rest'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.shadowed
        fleet.yaml:7:134 the rule decides on all that allow-https matches, and not as it says: it never decides; allow-http has its priority
        hint: give it a higher number than 31, so that it is tried after them, or delete what was not meant
        fleet.yaml:5:101 ALLOW, priority 31, is tried after it
        fleet.yaml:3:100 ALLOW, priority 30 as well: only their names decide"
    `);
  });

  test('rules of one priority with nothing in common, or one action, pass', () => {
    expect(
      told(
        machine('db-01'),
        rule('allow-ssh', { source: '10.0.0.0/8', portStart: 22 }),
        rule('allow-ping', { protocol: 'icmp' }),
        rule('deny-smtp', { action: 'DENY', portStart: 25 }),
        ...held('db-01', 'allow-ssh', 'allow-ping', 'deny-smtp'),
      ),
    ).toBe('');
  });

  test('rules that never hold on one compute pass', () => {
    expect(
      told(
        machine('db-01'),
        machine('db-02'),
        rule('allow-ssh', { source: '10.0.0.0/8', portStart: 22 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all' }),
        ...held('db-01', 'allow-ssh'),
        ...held('db-02', 'deny-rest'),
      ),
    ).toBe('');
  });
});
