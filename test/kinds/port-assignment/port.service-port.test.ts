import { describe, expect, test } from '@jest/globals';
import { addressed, machine, manifest, told } from '../../support/firewall.ts';

const WEB = manifest('Service', 'web', {
  resources: { min: {} },
  ports: [
    { name: 'http', port: 8080 },
    { name: 'https', port: 8443 },
  ],
});
const exposed = (port: number, servicePort: string | number): string =>
  manifest('PortAssignment', `web-${port}`, { service: 'web', ip: 'web-01-0', port, servicePort });
const saidOf = (...ports: readonly string[]): string =>
  told(machine('web-01'), ...addressed('web-01', '49.12.8.10'), WEB, ...ports);

describe('port.service-port: a port leads to one that its service has', () => {
  test('a port by a name that the service does not have is an error, with the nearest', () => {
    expect(saidOf(exposed(443, 'htps'))).toMatchInlineSnapshot(`
      "error port.service-port
        fleet.yaml:9:147 web has no port named htps
        hint: did you mean https?
        fleet.yaml:7:110 the ports of the service"
    `);
  });

  test('several that name the same missing port are one error', () => {
    expect(saidOf(exposed(443, 'tls'), exposed(444, 'tls'))).toMatchInlineSnapshot(`
      "error port.service-port
        fleet.yaml:9:147 web has no port named tls
        hint: its ports are http, https: write one of them, or the number
        fleet.yaml:7:110 the ports of the service
        fleet.yaml:11:147 named here too"
    `);
  });

  test('a name that it has, and a number, pass', () => {
    expect(saidOf(exposed(443, 'https'), exposed(444, 8443))).toBe('');
  });
});
