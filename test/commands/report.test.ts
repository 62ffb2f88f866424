import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { MACHINE } from '../support/machine.ts';
import { departures } from '../support/output-schema.ts';

let fleet: TestFleet;
beforeAll(() => void (fleet = testFleet({ 'inventory/fleet.yaml': MACHINE })));
afterAll(() => fleet.dispose());

const printed = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await fleet.stowage('report', ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
};

describe('stowage report', () => {
  test('shows the capacity of the fleet by region and provider', async () => {
    expect(await printed()).toMatchInlineSnapshot(`
      "test: 2 active computes · €120.00/month · placements as planned

      Capacity
      resource    total  allocated  available  kept free  stranded  used  mean  median   min   max
      cores          14          6          8          0         0  43 %  43 %    43 %  43 %  43 %
      nvme      2000 GB      10 GB    1990 GB       0 GB      0 GB   1 %   1 %     1 %   1 %   1 %

      By region
      region  computes  per month  resource    total  allocated  available  kept free  stranded  used  mean  median   min   max
      ber1           2    €120.00  cores          14          6          8          0         0  43 %  43 %    43 %  43 %  43 %
                                   nvme      2000 GB      10 GB    1990 GB       0 GB      0 GB   1 %   1 %     1 %   1 %   1 %

      By provider
      provider  computes  per month  resource    total  allocated  available  kept free  stranded  used  mean  median   min   max
      own              2    €120.00  cores          14          6          8          0         0  43 %  43 %    43 %  43 %  43 %
                                     nvme      2000 GB      10 GB    1990 GB       0 GB      0 GB   1 %   1 %     1 %   1 %   1 %
      "
    `);
  });

  test('groups by what is asked for, in markdown too', async () => {
    expect(await printed('--by', 'disk', '--by', 'type', '-o', 'markdown')).toMatchInlineSnapshot(`
      "## test

      2 active computes · €120.00/month · placements as planned  

      ### Capacity

      | resource | total | allocated | available | kept free | stranded | used | mean | median | min | max |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      | cores | 14 | 6 | 8 | 0 | 0 | 43 % | 43 % | 43 % | 43 % | 43 % |
      | nvme | 2000 GB | 10 GB | 1990 GB | 0 GB | 0 GB | 1 % | 1 % | 1 % | 1 % | 1 % |

      ### By disk

      | disk | computes | per month | resource | total | allocated | available | kept free | stranded | used | mean | median | min | max |
      |---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      | nvme | 1 | €120.00 | cores | 14 | 6 | 8 | 0 | 0 | 43 % | 43 % | 43 % | 43 % | 43 % |
      |  |  |  | nvme | 2000 GB | 10 GB | 1990 GB | 0 GB | 0 GB | 1 % | 1 % | 1 % | 1 % | 1 % |
      | (none) | 1 | €0.00 | nothing |  |  |  |  |  |  |  |  |  |  |

      ### By type

      | type | computes | per month | resource | total | allocated | available | kept free | stranded | used | mean | median | min | max |
      |---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      | baremetal | 1 | €120.00 | cores | 14 | 6 | 8 | 0 | 0 | 43 % | 43 % | 43 % | 43 % | 43 % |
      |  |  |  | nvme | 2000 GB | 10 GB | 1990 GB | 0 GB | 0 GB | 1 % | 1 % | 1 % | 1 % | 1 % |
      | vm | 1 | €0.00 | nothing |  |  |  |  |  |  |  |  |  |  |
      "
    `);
  });

  test('follows its schema in JSON', async () => {
    for (const args of [[], ['--by', 'env'], ['db-01'], ['spare']]) {
      expect(departures('capacity-report.json', await printed('-o', 'json', ...args))).toEqual([]);
    }
  });

  test.each([
    [['bd-01'], 'report.unknown', 'did you mean db-01?'],
    [['--by', 'dsik'], 'report.key', 'did you mean disk?'],
  ])('%j is refused', async (args, code, hint) => {
    const { status, stderr } = await fleet.stowage('report', ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(`error ${code}: `);
    expect(stderr).toContain(hint);
  });

  test('reports what is wrong with the manifests as validate does', async () => {
    const broken = testFleet({ 'inventory/fleet.yaml': 'kind: [' });
    try {
      expect((await broken.stowage('report')).status).toBe(3);
    } finally {
      broken.dispose();
    }
  });
});

describe('stowage report of a compute', () => {
  test('shows everything about it, with its journal once there is one', async () => {
    await fleet.stowage('apply', '--yes');
    await fleet.stowage(
      'journal',
      'add',
      '--compute',
      'db-01',
      '--category',
      'hardware',
      'a disk was replaced',
    );
    expect(await printed('Compute/db-01')).toMatchInlineSnapshot(`
      "db-01: baremetal at own, ber1, active · placements as recorded
      €120.00/month, contract until 2030-06-30, renew or cancel by 2030-03-31
      env=prod, disk=nvme

      Hardware
      part     pieces  model          where
      cpu         1 ×  AMD EPYC
      storage     4 ×  Samsung PM9A3  bay 0-3, S1, S2, S3, S4

      RAID
      set  level  disks   usable
      md0     10      4  2000 GB

      Capacity
      resource  hardware  reserved  allocated  available  kept free  stranded  used
      cores           16         2          6          8          0         0  43 %
      nvme       2000 GB      0 GB      10 GB    1990 GB       0 GB      0 GB   1 %

      Services
      service  granted
      db #1    2 cores, 10 GB nvme
      web #1   2 cores
      web #2   2 cores

      Addresses
      address      what it is
      203.0.113.7  public, primary
      10.0.0.1     private, of private

      DNS names
      name               type  address
      db-01.example.com  A     203.0.113.7
      example.com        A     203.0.113.7

      Ports
      port      address      leads to
      tcp 80    203.0.113.7  web:80
      tcp 5432  203.0.113.7  db:postgres

      Firewall rules
      direction  priority  rule            assigned by  what it does
      in               10  allow-ssh       ssh          ALLOW tcp 22 from 198.51.100.0/24
      in               20  allow-services  services     ALLOW tcp 80-5432 from any
      in               30  allow-http      http         ALLOW tcp 80 from any (never decides, hidden by allow-services)
      in              900  deny-rest       rest         DENY all from any (switched off)
      in             last  default                      DENY all else
      out               5  allow-out       out          ALLOW all out from any
      out            last  default                      DENY all else

      Journal
      when              category    what                                                                 who
      2026-03-01 12:00  hardware    a disk was replaced                                                  Ada
      2026-03-01 12:00  deployment  place web #2, 2 cores                                                Ada
      2026-03-01 12:00  deployment  place web, 2 cores                                                   Ada
      2026-03-01 12:00  deployment  place db, 2 cores, 10 GB nvme                                        Ada
      2026-03-01 12:00  network     add IPAssignment db-01-public, 203.0.113.7 for db-01, primary        Ada
      2026-03-01 12:00  network     add IPAssignment db-01-private, 10.0.0.1 of private for db-01        Ada
      2026-03-01 12:00  network     add FirewallAssignment rest, deny-rest on db-01, disabled            Ada
      2026-03-01 12:00  hardware    add ComponentAssignment disks, 4 × Samsung PM9A3, RAID 10, in db-01  Ada
      2026-03-01 12:00  hardware    add ComponentAssignment cpus, 1 × AMD EPYC, in db-01                 Ada
      2026-03-01 12:00  network     add PortAssignment postgres, tcp 5432 on 203.0.113.7 → db:postgres   Ada
      "
    `);
    expect(departures('capacity-report.json', await printed('db-01', '-o', 'json'))).toEqual([]);
  });

  test('is markdown where that is asked for', async () => {
    const markdown = await printed('db-01', '-o', 'markdown');
    expect(markdown).toContain('## db-01\n');
    expect(markdown).toContain('| storage | 4 × | Samsung PM9A3 | bay 0-3, S1, S2, S3, S4 |');
  });
});
