import { describe, expect, test } from '@jest/globals';
import { addressed, held, machine, manifest, rule, told } from '../../support/firewall.ts';

describe('port.partly-blocked: all of what is exposed can be reached by all whom it is for', () => {
  test('a public port that only a network may reach is a warning with a packet that is denied', () => {
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
        rule('allow-office', { source: '217.91.72.40/29', portStart: 443 }),
        ...held('db-01', 'allow-office'),
      ),
    ).toMatchInlineSnapshot(`
      "warning port.partly-blocked
        fleet.yaml:9:122 the firewall of db-01 lets in only part of this: tcp 443 from 0.0.0.0 to 49.12.8.10 is denied, as no rule matches it
        hint: widen the rule that lets the rest in, or say in the annotation stowage/allow that this is meant"
    `);
  });

  test('one protocol of two is a warning', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443, protocol: 'all' }),
        rule('allow-https', { portStart: 443 }),
        ...held('db-01', 'allow-https'),
      ),
    ).toMatchInlineSnapshot(`
      "warning port.partly-blocked
        fleet.yaml:9:122 the firewall of db-01 lets in only part of this: udp 443 to 49.12.8.10 is denied, as no rule matches it
        hint: widen the rule that lets the rest in, or say in the annotation stowage/allow that this is meant"
    `);
  });

  test('a private port that its own network cannot reach as a whole is a warning', () => {
    expect(
      told(
        machine('db-01'),
        manifest('IPAddress', 'db-01-0', { address: '10.0.0.7', type: 'private', cidr: '10.0.0.0/24' }),
        manifest('IPAssignment', 'db-01-0', { compute: 'db-01', ip: 'db-01-0', primary: true }),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443 }),
        rule('allow-half', { source: '10.0.0.0/25', portStart: 443 }),
        ...held('db-01', 'allow-half'),
      ),
    ).toMatchInlineSnapshot(`
      "warning port.partly-blocked
        fleet.yaml:9:122 the firewall of db-01 lets in only part of this: tcp 443 from 10.0.0.128 to 10.0.0.7 is denied, as no rule matches it
        hint: widen the rule that lets the rest in, or say in the annotation stowage/allow that this is meant"
    `);
  });

  test('a private port that its own network may reach, and a network that is denied by name, pass', () => {
    expect(
      told(
        machine('db-01'),
        manifest('IPAddress', 'db-01-0', { address: '10.0.0.7', type: 'private', cidr: '10.0.0.0/24' }),
        manifest('IPAssignment', 'db-01-0', { compute: 'db-01', ip: 'db-01-0', primary: true }),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443 }),
        rule('deny-guest', { action: 'DENY', source: '10.0.0.66', portStart: 443, priority: 10 }),
        rule('allow-own', { source: '10.0.0.0/8', portStart: 443 }),
        ...held('db-01', 'deny-guest', 'allow-own'),
      ),
    ).toBe('');
  });
});
