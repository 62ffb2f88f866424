import { describe, expect, test } from '@jest/globals';
import { addressed, machine, manifest, told } from '../../support/firewall.ts';

describe('port.range: ports are 1 to 65535', () => {
  test('an outer, an inner and a port of a service beyond are errors', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 65536 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 0, servicePort: 70000 }),
      ),
    ).toMatchInlineSnapshot(`
      "error port.range
        fleet.yaml:7:155 65536 is no port: ports are 1 to 65535
        hint: write the number that the service listens on, or is to be reached at
      error port.range
        fleet.yaml:9:122 0 is no port: ports are 1 to 65535
        hint: write the number that the service listens on, or is to be reached at
      error port.range
        fleet.yaml:9:138 70000 is no port: ports are 1 to 65535
        hint: write the number that the service listens on, or is to be reached at"
    `);
  });

  test('the first and the last port pass', () => {
    expect(
      told(
        machine('db-01'),
        ...addressed('db-01', '49.12.8.10'),
        manifest('Service', 'web', {
          replicas: 0,
          resources: { min: { cores: 1 } },
          ports: [{ name: 'main', port: 65535 }],
        }),
        manifest('PortAssignment', 'a', { service: 'web', ip: 'db-01-0', port: 1, servicePort: 'main' }),
      ),
    ).toBe('');
  });
});
