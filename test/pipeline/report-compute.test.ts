import { describe, expect, test } from '@jest/globals';
import { readProject } from '../../src/pipeline/read-project.ts';
import { reportCompute } from '../../src/pipeline/report-compute.ts';
import { graphOf } from '../support/planned.ts';
import { MACHINE } from '../support/machine.ts';
import { recordedAt } from './simulate/simulated.ts';

const project = readProject(null, 'test').value;
const graph = graphOf(MACHINE);
const recorded = ['web/2@db-01', 'db/1@db-01', 'web/1@spare'].map((text) => recordedAt(text, { cores: 2 }));
const report = reportCompute({ project, graph, recorded }, 'db-01', []);

describe('the report of a compute', () => {
  test('says what it is, its cost and its dates', () => {
    expect(report.compute).toEqual({
      name: 'db-01',
      type: 'baremetal',
      provider: 'own',
      region: 'ber1',
      state: 'active',
      tags: { env: 'prod', disk: 'nvme' },
    });
    expect(report.billing).toEqual({
      monthlyCost: 120,
      currency: 'EUR',
      contractEnd: '2030-06-30',
      renewalDate: '2030-03-31',
    });
  });

  test('lists its hardware and what its RAID sets hold', () => {
    expect(
      report.hardware.map(({ type, quantity, model, raidLevel, raidGroup }) => [
        type,
        quantity,
        model,
        raidLevel,
        raidGroup,
      ]),
    ).toEqual([
      ['cpu', 1, 'EPYC', null, null],
      ['storage', 4, 'PM9A3', 10, 'md0'],
    ]);
    expect(report.hardware[1]).toMatchObject({ slot: 'bay 0-3', serialNumbers: ['S1', 'S2', 'S3', 'S4'] });
    expect(report.raid).toEqual([{ group: 'md0', level: 10, disks: 4, usable: 2000 }]);
    expect(report.capacity).toMatchObject({ cores: 16, nvme: 2000 });
    expect(report.reserved).toMatchObject({ cores: 2, nvme: 0 });
  });

  test('lists the services on it by name, and how full it is', () => {
    expect(report.services.map(({ service, instance }) => `${service}/${instance}`)).toEqual([
      'db/1',
      'web/2',
    ]);
    expect(report.placements).toBe('recorded');
    expect(report.resources[0]).toEqual({
      resource: 'cores',
      total: 14,
      allocated: 4,
      available: 10,
      kept: 0,
      stranded: 0,
      utilisation: 0.285714,
    });
    expect(report.resources[2]).toMatchObject({ resource: 'vram', utilisation: null });
  });

  test('lists how it is reached', () => {
    expect(report.addresses).toEqual([
      { name: 'db-01-v4', address: '203.0.113.7', type: 'public', pool: null, primary: true },
      { name: null, address: '10.0.0.1', type: 'private', pool: 'private', primary: false },
    ]);
    expect(report.dns).toEqual([
      { name: 'db-01.example.com', type: 'A', address: '203.0.113.7' },
      { name: 'example.com', type: 'A', address: '203.0.113.7' },
    ]);
    expect(report.ports).toEqual([
      { address: '203.0.113.7', port: 80, protocol: 'tcp', service: 'web', servicePort: 80 },
      { address: '203.0.113.7', port: 5432, protocol: 'tcp', service: 'db', servicePort: 'postgres' },
    ]);
  });

  test('lists the firewall rules it has by name or by selector, in the order in which they are tried', () => {
    expect(
      report.firewall.map(({ rule, direction, priority, enabled }) => [rule, direction, priority, enabled]),
    ).toEqual([
      ['allow-ssh', 'in', 10, true],
      ['allow-services', 'in', 20, true],
      ['allow-http', 'in', 30, true],
      ['deny-rest', 'in', 900, false],
      ['allow-out', 'out', 5, true],
    ]);
    expect(report.firewall[0]?.summary).toBe('ALLOW tcp 22 from 198.51.100.0/24');
  });

  test('marks a rule that never decides, and says what becomes of the rest', () => {
    expect(report.firewall.map(({ hiddenBy }) => hiddenBy)).toEqual([[], [], ['allow-services'], [], []]);
    expect(report.firewallDefaults).toEqual({ in: 'DENY', out: 'DENY' });
    const open = MACHINE.split('---\n').filter((document) => !document.includes('kind: Firewall'));
    const { firewallDefaults } = reportCompute(
      { project, graph: graphOf(open.join('---\n')), recorded: [] },
      'db-01',
      [],
    );
    expect(firewallDefaults).toEqual({ in: 'ALLOW', out: 'ALLOW' });
  });

  test('of one that is not there names the nearest', () => {
    expect(() => reportCompute({ project, graph, recorded }, 'bd-01', [])).toThrow(
      expect.objectContaining({ code: 'report.unknown', hint: 'did you mean db-01?' }),
    );
  });

  test('of one with nothing says so in empty lists', () => {
    const spare = reportCompute({ project, graph, recorded: [] }, 'spare', []);
    expect(spare).toMatchObject({
      placements: 'planned',
      hardware: [],
      raid: [],
      addresses: [],
      dns: [],
      ports: [],
    });
    expect(spare.billing).toEqual({ monthlyCost: 0, currency: 'EUR', contractEnd: null, renewalDate: null });
  });
});
