import { describe, expect, test } from '@jest/globals';
import { NOTHING_RECORDED } from '../../../src/model/recorded.ts';
import { addressed, machine, manifest } from '../../support/firewall.ts';
import { saidOfFleet } from '../../support/page-fleet.ts';
import { recordedAt } from '../simulate/simulated.ts';

const CPU = { type: 'cpu', manufacturer: 'AMD', model: 'EPYC', specs: { cores: 8 } };

/** A service that may run on either of two machines, reached at an address of the first. */
function fleet(web: object, first: object = {}): string {
  return [
    machine('web-01', first as Record<string, unknown>),
    machine('web-02'),
    manifest('Component', 'cpu', CPU),
    manifest('ComponentAssignment', 'cpus', { component: 'cpu', computes: ['web-01', 'web-02'] }),
    ...addressed('web-01', '49.12.8.10'),
    manifest('Service', 'web', { resources: { min: { cores: 1 } }, ...web }),
    manifest('PortAssignment', 'https', { service: 'web', ip: 'web-01-0', port: 443 }),
  ].join('\n---\n');
}

const on = (name: string) => ({ placement: { affinity: [{ matchLabels: { 'stowage/name': name } }] } });
const told = (yaml: string, ...placed: string[]) =>
  saidOfFleet(yaml, {
    ...NOTHING_RECORDED,
    placements: placed.map((text) => recordedAt(text, { cores: 1 })),
  }).map(({ code, line, column, message, related }) => [
    `${code} ${line}:${column} ${message}`,
    ...related.map((other) => `${other.line}:${other.column} ${other.message}`),
  ]);

describe('port.service-elsewhere: a service runs where its ports lead', () => {
  test('a service that the plan places on another compute is an error', () => {
    expect(told(fleet(on('web-02')))).toEqual([
      [
        'port.service-elsewhere 15:98 web has no instance on web-01, which has the address; it runs on web-02',
        '1:64 has the address',
      ],
    ]);
  });

  test('all ports of a service on one compute are one error', () => {
    const udp = { service: 'web', ip: 'web-01-0', port: 443, protocol: 'udp' };
    expect(told(`${fleet(on('web-02'))}\n---\n${manifest('PortAssignment', 'quic', udp)}`)).toEqual([
      [
        'port.service-elsewhere 15:98 web has no instance on web-01, which has the address; it runs on web-02',
        '1:64 has the address',
        '17:97 exposed there too',
      ],
    ]);
  });

  test('a service that would move away from the compute is an error', () => {
    expect(told(fleet({}, { state: 'maintenance' }), 'web/1@web-01')[0]?.[0]).toContain(
      'web moves away from web-01, which has the address, to web-02',
    );
  });

  test('one instance of several on the compute suffices', () => {
    expect(told(fleet({ replicas: 2, placement: { spreadMax: 1 } }))).toEqual([]);
  });

  test('a service that is not to run, and one that finds no place at all, are left to others', () => {
    expect(told(fleet({ ...on('web-02'), state: 'inactive' }))).toEqual([]);
    expect(told(fleet({ ...on('web-02'), resources: { min: { cores: 99 } } }))).toEqual([]);
  });
});
