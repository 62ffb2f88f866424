import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const document = (kind: string, name: string, spec: string): string =>
  `apiVersion: stowage/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n${spec.replace(/^/gm, '  ')}\n`;
const fleetOf = (...documents: readonly string[]): string => documents.join('---\n');

const COMPUTE = document('Compute', 'web-01', 'type: vm\nprovider: own\nregion: berlin');
const SERVICE = document('Service', 'web', 'resources: { min: {} }');
const ZONE = document('DNSZone', 'zone', 'name: example.com\nprovider: hetzner');
const OTHER_ZONE = document('DNSZone', 'other', 'name: example.org\nprovider: hetzner');
const ip = (name: string, address: string): string =>
  document('IPAddress', name, `address: ${address}\ntype: private`);
const duplicates = (...documents: readonly string[]) =>
  diagnose(fleetOf(...documents)).filter(({ code }) => code === 'key.duplicate');

describe('key.duplicate: one thing is described by one manifest', () => {
  test('a Component is its manufacturer and model', () => {
    const component = (name: string): string =>
      document('Component', name, 'type: cpu\nmanufacturer: AMD\nmodel: EPYC 7302P\nspecs: { cores: 16 }');
    expect(diagnose(fleetOf(component('epyc'), component('rome')))).toEqual([
      {
        code: 'key.duplicate',
        severity: 'error',
        message: 'Component/rome describes the same manufacturer + model as Component/epyc',
        hint: 'a Component is identified by its manufacturer + model; keep one manifest',
        file: 'fleet.yaml',
        line: 15,
        column: 17,
        endLine: 15,
        endColumn: 20,
        address: 'Component/rome',
        pointer: '/spec/manufacturer',
        related: [
          {
            file: 'fleet.yaml',
            line: 6,
            column: 17,
            endLine: 6,
            endColumn: 20,
            message: 'first described here',
          },
        ],
      },
    ]);
  });

  test('of an address that is declared twice, the check of addresses tells, and this one nothing', () => {
    const twice = fleetOf(ip('one', '2001:DB8:0::1'), ip('two', "'2001:db8::1'"));
    expect(diagnose(twice).map(({ code, line }) => [code, line])).toEqual([['ip.duplicate', 12]]);
  });

  test('a DNSRecord is its name, type and zone, in any case', () => {
    const record = (name: string, owner: string, type: string, zone = 'zone'): string =>
      document('DNSRecord', name, `name: ${owner}\ntype: ${type}\nzone: ${zone}\nvalue: 'x.example.net.'`);
    const found = duplicates(
      ZONE,
      OTHER_ZONE,
      record('one', 'www', 'CNAME'),
      record('two', 'WWW', 'CNAME'),
      record('three', 'www', 'TXT'),
      record('four', 'www', 'CNAME', 'other'),
    );
    expect(found).toEqual([
      expect.objectContaining({
        message: 'DNSRecord/two describes the same name + type + zone as DNSRecord/one',
        address: 'DNSRecord/two',
        line: 28,
        column: 9,
        related: [expect.objectContaining({ line: 19 })],
      }),
    ]);
  });

  test('a PortAssignment is its ip, port and protocol, even through two names of one address', () => {
    const port = (name: string, address: string, more = ''): string =>
      document('PortAssignment', name, `service: web\nip: ${address}\nport: 443${more}`);
    const found = duplicates(
      SERVICE,
      ip('one', '192.0.2.1'),
      ip('two', '192.0.2.1'),
      ip('three', '192.0.2.3'),
      port('a', 'one'),
      port('b', 'two'),
      port('c', 'two', '\nprotocol: udp'),
      port('d', 'three'),
      port('e', 'one', '\nprotocol: tcp'),
    );
    expect(found.map(({ message, line, related }) => [message, line, related[0]?.line])).toEqual([
      ['PortAssignment/b describes the same ip + port + protocol as PortAssignment/a', 41, 33],
      ['PortAssignment/e describes the same ip + port + protocol as PortAssignment/a', 66, 33],
    ]);
  });

  test('an Assignment is its service and compute', () => {
    const pin = (name: string): string => document('Assignment', name, 'service: web\ncompute: web-01');
    expect(duplicates(COMPUTE, SERVICE, pin('one'), pin('two'))).toEqual([
      expect.objectContaining({
        message: 'Assignment/two describes the same service + compute as Assignment/one',
        related: [expect.objectContaining({ message: 'first described here' })],
      }),
    ]);
  });

  test('of two manifests with one name, only the name is the mistake', () => {
    const found = diagnose(fleetOf(ip('one', '192.0.2.1'), ip('one', '192.0.2.1')));
    expect(found.map(({ code }) => code)).toEqual(['name.duplicate']);
  });

  test('what is identified by its name alone may resemble another', () => {
    expect(diagnose(fleetOf(SERVICE, SERVICE.replace('web', 'api')))).toEqual([]);
  });
});
