import { describe, expect, test } from '@jest/globals';
import { addressed, machine, manifest, told } from '../../support/firewall.ts';

describe('port.icmp: ports are exposed of protocols that have some', () => {
  test('a port of icmp is an error, and only that', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', {
          service: 'web',
          ip: 'db-01-0',
          port: 443,
          protocol: 'all',
          servicePort: 'main',
        }),
        manifest('PortAssignment', 'b', { service: 'web', ip: 'db-01-0', port: 443, protocol: 'icmp' }),
      ),
    ).toMatchInlineSnapshot(`
      "error port.icmp
        fleet.yaml:11:137 icmp has no ports, so port 443 of it cannot lead anywhere
        hint: write tcp, udp or all; a FirewallRule lets ICMP in"
    `);
  });

  test('tcp, udp and all pass', () => {
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
        manifest('PortAssignment', 'b', { service: 'web', ip: 'db-01-0', port: 443, protocol: 'udp' }),
        manifest('PortAssignment', 'c', { service: 'web', ip: 'db-01-0', port: 53, protocol: 'all' }),
      ),
    ).toBe('');
  });
});
