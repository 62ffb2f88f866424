import { describe, expect, test } from '@jest/globals';
import { addressed, machine, manifest, told } from '../../support/firewall.ts';

describe('port.conflict: a port that is exposed for all protocols is exposed once', () => {
  test('tcp beside all is an error that shows both', () => {
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
        manifest('PortAssignment', 'b', { service: 'web', ip: 'db-01-0', port: 443, servicePort: 'main' }),
      ),
    ).toMatchInlineSnapshot(`
      "error port.conflict
        fleet.yaml:11:122 tcp 443 of db-01-0 is taken: a exposes this port for every protocol
        hint: choose another port, or write the other protocol in place of all there
        fleet.yaml:9:137 takes every protocol"
    `);
  });

  test('tcp beside udp, and all beside another port, pass', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 443, servicePort: 'main' }),
        manifest('PortAssignment', 'b', {
          service: 'web',
          ip: 'db-01-0',
          port: 443,
          protocol: 'udp',
          servicePort: 'main',
        }),
        manifest('PortAssignment', 'c', {
          service: 'web',
          ip: 'db-01-0',
          port: 444,
          protocol: 'all',
          servicePort: 'main',
        }),
      ),
    ).toBe('');
  });
});
