import { describe, expect, test } from '@jest/globals';
import { addressed, machine, manifest, told } from '../../support/firewall.ts';

describe('port.internal-clash: services listen on ports of their own', () => {
  test('two services at one inner port of a compute are an error, at whichever addresses', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10', '2a01:4f8:c17:1::10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('Service', 'admin', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443, servicePort: 'main' }),
        manifest('PortAssignment', 'b', { service: 'admin', ip: 'db-01-1', port: 444, servicePort: 8443 }),
      ),
    ).toMatchInlineSnapshot(`
      "error port.internal-clash
        fleet.yaml:17:142 on db-01 port 8443 is where web listens, and admin cannot listen there too
        hint: let one of the two services listen on another port and name it as servicePort; the outer port may stay
        fleet.yaml:15:94 leads to web"
    `);
  });

  test('one service at two outer ports, and two protocols, pass', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('Service', 'admin', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443, servicePort: 'main' }),
        manifest('PortAssignment', 'b', { service: 'web', ip: 'db-01-0', port: 8443, servicePort: 'main' }),
        manifest('PortAssignment', 'c', { service: 'admin', ip: 'db-01-0', port: 8443, protocol: 'udp' }),
      ),
    ).toBe('');
  });
});
