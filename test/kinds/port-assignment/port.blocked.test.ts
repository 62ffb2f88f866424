import { describe, expect, test } from '@jest/globals';
import { addressed, held, machine, manifest, rule, told } from '../../support/firewall.ts';

describe('port.blocked: what is exposed can be reached', () => {
  test('a rule that denies it is an error that shows the rule', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 900 }),
        rule('allow-http', { portStart: 80 }),
        ...held('db-01', 'allow-http', 'deny-rest'),
      ),
    ).toMatchInlineSnapshot(`
      "error port.blocked
        fleet.yaml:9:122 nobody can reach tcp 443 on db-01: deny-rest denies it
        hint: assign a FirewallRule to db-01 that allows tcp 443, tried before any that denies it
        fleet.yaml:11:99 denies it, priority 900"
    `);
  });

  test('equal ports that one rule denies on several computes are one error', () => {
    expect(
      told(
        machine('db-01'),
        machine('db-02'),
        ...addressed('db-01', '49.12.8.10', '2a01:4f8::10'),
        ...addressed('db-02', '49.12.8.11'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443 }),
        manifest('PortAssignment', 'b', { service: 'web', ip: 'db-01-1', port: 443 }),
        manifest('PortAssignment', 'c', { service: 'web', ip: 'db-02-0', port: 443 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 900 }),
        ...held('db-01', 'deny-rest'),
        ...held('db-02', 'deny-rest'),
      ),
    ).toMatchInlineSnapshot(`
      "error port.blocked
        fleet.yaml:19:122 nobody can reach tcp 443 on db-01 and 1 other: deny-rest denies it
        hint: assign a FirewallRule to db-01 and 1 other that allows tcp 443, tried before any that denies it
        fleet.yaml:25:99 denies it, priority 900
        fleet.yaml:21:122 exposed here too, on db-01
        fleet.yaml:23:122 exposed here too, on db-02"
    `);
  });

  test('rules of which none lets it in are an error', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443 }),
        rule('allow-http', { portStart: 80 }),
        ...held('db-01', 'allow-http'),
      ),
    ).toMatchInlineSnapshot(`
      "error port.blocked
        fleet.yaml:9:122 nobody can reach tcp 443 on db-01: no rule lets it in
        hint: assign a FirewallRule to db-01 that allows tcp 443, tried before any that denies it"
    `);
  });

  test('a permission that is shadowed is the mistake, and not what follows from it', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443 }),
        rule('deny-rest', { action: 'DENY', protocol: 'all', priority: 10 }),
        rule('allow-https', { portStart: 443, priority: 20 }),
        ...held('db-01', 'deny-rest', 'allow-https'),
      ),
    ).toMatchInlineSnapshot(`
      "error fw.shadowed
        fleet.yaml:13:153 the rule never decides: deny-rest decides on all it matches, and not as it says
        hint: give it a lower number than 10, so that it is tried first, or delete it
        fleet.yaml:11:99 DENY, priority 10, is tried before it"
    `);
  });

  test('what a rule lets in, and what no rule is about, passes', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443 }),
        rule('allow-https', { portStart: 443, destination: '49.12.8.10' }),
        ...held('db-01', 'allow-https'),
      ),
    ).toBe('');
  });
});
