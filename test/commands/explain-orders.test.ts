import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';
import { departures } from '../support/output-schema.ts';

const document = (rest: string): string => `{ apiVersion: stowage/v1, kind: ${rest} }\n`;
const FLEET = [
  'Organization, metadata: { name: acme }, spec: {}',
  'Organization, metadata: { name: other }, spec: {}',
  'Workspace, metadata: { name: prod }, spec: { organization: acme }',
  'Workspace, metadata: { name: test }, spec: { organization: acme }',
  'BillingAgreement, metadata: { name: acme-2026 }, spec: { organization: acme, prices: [{ profile: small, monthly: 15 }] }',
  'ComputeProvider, metadata: { name: cloud }, spec: { family: hetzner-cloud, organization: acme }',
  'ComputeProvider, metadata: { name: pool }, spec: { family: sandbox }',
  'ComputeProvider, metadata: { name: spare }, spec: { family: sandbox }',
  'ComputeProvider, metadata: { name: tests }, spec: { family: sandbox, organization: acme, workspace: test }',
  'ComputeProvider, metadata: { name: theirs }, spec: { family: sandbox, organization: other }',
  'ComputeProfile, metadata: { name: small }, spec: { family: sandbox, resources: { cores: 2, memory: 4096 }, price: { monthly: 20, setup: 5 } }',
  'Host, metadata: { name: web-01 }, spec: { workspace: prod, profile: small, regions: [full, open, last] }',
  'Service, metadata: { name: web }, spec: { resources: { min: { cores: 1 } } }',
  'DNSZone, metadata: { name: example }, spec: { name: example.com, provider: own }',
  'DNSRecord, metadata: { name: www }, spec: { name: www, type: A, zone: example, ip: front }',
  'IPAddress, metadata: { name: front }, spec: { address: 192.0.2.7, type: public }',
  'IPAssignment, metadata: { name: front-web }, spec: { compute: web-01, ip: front, primary: true }',
  'PortAssignment, metadata: { name: https }, spec: { service: web, ip: front, port: 443, protocol: tcp }',
].map(document);

let fleet: TestFleet;
const explained = async (...args: string[]): Promise<string> =>
  (await fleet.stowage('explain', ...args)).stdout;
const behave = (behaviour: object): void => {
  const file = join(fleet.directory, '.stowage/sandbox/pool/behaviour.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(behaviour));
};
const ADDRESSES = ['Host/web-01', 'ComputeProfile/small', 'ComputeProvider/pool', 'IPAddress/front'];

beforeAll(() => {
  fleet = testFleet({
    'stowage.yaml': document('Project, metadata: { name: test }, spec: { state: { remote: none } }'),
    'inventory/fleet.yaml': FLEET.join('---\n'),
  });
});
afterAll(() => fleet.dispose());

describe('stowage explain, before anything is ordered', () => {
  test('says from whom a host would come, why from no other, where and for how much', async () => {
    expect(await explained('Host/web-01')).toMatchInlineSnapshot(`
      "web-01 is not ordered
        profile  small, workspace prod
        tasks    network to do, bootstrap to do

      From pool
        it is in the free pool, and is claimed for organization acme with the order
        not cloud   is of the family hetzner-cloud, not sandbox
        not spare   comes after pool: a workspace's own first, then its organization's, then the free pool, each by name
        not tests   is for workspace test alone
        not theirs  belongs to organization other

      In full
        the host names it
        where there is no room, open, then last

      For €15.00/month, €5.00 once
        by BillingAgreement/acme-2026; ComputeProfile/small lists €20.00

      web-01 carries
        web #1  1 core

      25 % used
        cores   1 of 2        50 %  1 available
        memory  0 GB of 4 GB  0 %   4 GB available, all of it stranded
        stranded: what no service of the fleet can use here

      Could still take
        1 × web  1 core

      Nothing is applied yet: as the next plan would place it.
      "
    `);
  });

  test('says who may order a profile, from whom and for how much', async () => {
    expect(await explained('ComputeProfile/small')).toMatchInlineSnapshot(`
      "small can be ordered
        2 cores, 4 GB, family sandbox
        offered in every region of its provider

      For €20.00/month, €5.00 once
        the list price
        but €15.00/month  for organization acme  by BillingAgreement/acme-2026

      Ordered from
        workspace prod  pool
        workspace test  tests

      Ordered by
        web-01  not ordered

      Nothing is applied yet: as the next plan would place it.
      "
    `);
  });

  test('says that a provider of the free pool is nobody’s yet', async () => {
    expect(await explained('ComputeProvider/pool')).toMatchInlineSnapshot(`
      "pool is nobody's yet
        it is in the free pool: the first order claims it
        family sandbox

      Open to
        workspace prod
        workspace test

      Its hosts
        no host

      Nothing is applied yet: as the next plan would place it.
      "
    `);
  });

  test('says whose an address is and what leads to it', async () => {
    expect(await explained('IPAddress/front')).toMatchInlineSnapshot(`
      "192.0.2.7 is assigned
        IPAssignment/front-web gives it to web-01, as its primary address
        public; a manifest declares it

      Names that lead to it
        www.example.com  A

      Ports
        443/tcp  web, port 443

      Nothing is applied yet: as the next plan would place it.
      "
    `);
  });

  test.each(ADDRESSES)('explains %s to a program by its schema', async (address) => {
    expect(departures('explanation.json', await explained(address, '-o', 'json'))).toEqual([]);
  });

  test('means a compute by a bare name before its host, and finds the others by theirs', async () => {
    expect(await explained('web-01')).toMatch(/^web-01 carries\n/);
    expect(await explained('small')).toMatch(/^small can be ordered\n/);
  });

  test('says what can be explained where there is nothing', async () => {
    const { status, stderr } = await fleet.stowage('explain', 'DNSZone/example');
    expect({ status, stderr }).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "error explain.address: there is nothing to explain about DNSZone/example
        help: it explains a Service, Compute, Host, ComputeProfile, ComputeProvider or IPAddress, or a check by its id
      ",
      }
    `);
  });
});

describe('stowage explain, of a host that is ordered', () => {
  beforeAll(async () => {
    behave({ stock: { full: 0 }, faults: [{ on: 'bootstrap', failure: 'fatal', times: 1 }] });
    await fleet.stowage('apply', '--yes');
  });

  test('says why it is in error and what is left to do', async () => {
    expect((await explained('Host/web-01')).replace(/sbx-\w+/, 'sbx').replace(/2001:[\w:]+/, '2001:db8::1'))
      .toMatchInlineSnapshot(`
      "web-01 is in error
        note       the sandbox was told to fail (fatal, before the effect of bootstrap); the next apply goes on there
        profile    small, workspace prod
        machine    sbx
        addresses  2001:db8::1
        tasks      network done, bootstrap to do

      From pool
        its machine stands there, and a host stays where it was made
        not cloud   is of the family hetzner-cloud, not sandbox
        not spare   its machine stands at pool
        not tests   is for workspace test alone
        not theirs  belongs to organization other

      In open
        its machine stands there; the host names full before it

      For €15.00/month, €5.00 once
        as it was when it was ordered; today ComputeProfile/small lists €20.00

      web-01 carries
        web #1  1 core

      25 % used
        cores   1 of 2        50 %  1 available
        memory  0 GB of 4 GB  0 %   4 GB available, all of it stranded
        stranded: what no service of the fleet can use here

      Could still take
        1 × web  1 core

      As last applied.
      "
    `);
  });

  test('says where it stands, why there, and what it carries', async () => {
    await fleet.stowage('apply', '--yes');
    const said = await explained('Host/web-01');
    expect(said).toContain('web-01 is active\n');
    expect(said).toContain('tasks      network done, bootstrap done\n');
    expect(said).toContain('In open\n  its machine stands there; the host names full before it\n');
    expect(said).toContain('For €15.00/month, €5.00 once\n  as it was when it was ordered');
    expect(said).toContain('web-01 carries\n  web #1');
    expect(await explained('ComputeProvider/pool')).toMatch(
      /^pool belongs to organization acme\n.*Its hosts\n {2}web-01 {2}active\n/s,
    );
    expect(await explained('ComputeProfile/small')).toContain('Ordered by\n  web-01  active\n');
  });

  test.each(ADDRESSES)('explains %s to a program by its schema', async (address) => {
    expect(departures('explanation.json', await explained(address, '-o', 'json'))).toEqual([]);
  });

  test('still knows it when its manifest is gone, as long as its machine stands', async () => {
    const left = FLEET.filter((text) => !/ web-01|: https|kind: Service|: www/.test(text));
    fleet.write('inventory/fleet.yaml', left.join('---\n'));
    expect(await explained('Host/web-01')).toMatch(/^web-01 is active\n.*From pool\n/s);
    expect(departures('explanation.json', await explained('Host/web-01', '-o', 'json'))).toEqual([]);
    fleet.write('inventory/fleet.yaml', FLEET.join('---\n'));
  });
});
