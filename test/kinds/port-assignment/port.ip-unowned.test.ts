import { describe, expect, test } from '@jest/globals';
import { addressed, machine, manifest, told } from '../../support/firewall.ts';

describe('port.ip-unowned: ports are exposed at addresses that computes have', () => {
  test('all ports of an address of nobody are one error', () => {
    expect(
      told(
        manifest('IPAddress', 'db-01-0', { address: '49.12.8.10', type: 'public' }),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 8443 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 80 }),
        manifest('PortAssignment', 'b', { service: 'web', ip: 'db-01-0', port: 443 }),
      ),
    ).toMatchInlineSnapshot(`
      "error port.ip-unowned
        fleet.yaml:5:105 no compute has 49.12.8.10 (db-01-0), so nothing that arrives there is forwarded
        hint: give the address to a compute by an IPAssignment, or name one that a compute has
        fleet.yaml:1:66 assigned to nobody
        fleet.yaml:7:105 exposed there too"
    `);
  });

  test('nothing is said while an address is given away twice, as this one may be meant', () => {
    const said = told(
      machine('db-01'),
      machine('db-02'),
      ...addressed('db-01', '49.12.8.10'),
      manifest('IPAddress', 'db-02-0', { address: '49.12.8.11', type: 'public' }),
      manifest('IPAssignment', 'db-02-0', { compute: 'db-02', ip: 'db-01-0', primary: true }),
      manifest('DNSZone', 'example.com', { name: 'example.com' }),
      manifest('DNSRecord', 'db-02', { zone: 'example.com', name: 'db-02', type: 'A', ip: 'db-02-0' }),
      manifest('Service', 'web', {
        replicas: 0,
        resources: { min: { cores: 1 } },
        ports: [{ name: 'main', port: 8443 }],
      }),
      manifest('PortAssignment', 'a', { service: 'web', ip: 'db-02-0', port: 443 }),
    );
    expect(said.match(/^(?:error|warning) .*$/gm)).toEqual(['error ip.assigned-twice']);
  });

  test('an address that a compute has passes', () => {
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
      ),
    ).toBe('');
  });
});
