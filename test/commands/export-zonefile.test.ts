import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestFleet } from '../support/command.ts';
import { testFleet } from '../support/command.ts';

const DNS = `
{ apiVersion: stowage/v1, kind: DNSZone, metadata: { name: shop }, spec: { name: example.com, nameservers: [ns1.example.net] } }
---
{ apiVersion: stowage/v1, kind: DNSZone, metadata: { name: lab }, spec: { name: lab.example, nameservers: [ns1.example.net] } }
---
{ apiVersion: stowage/v1, kind: DNSZone, metadata: { name: bare }, spec: { name: bare.example, provider: hetzner-dns } }
---
{ apiVersion: stowage/v1, kind: DNSRecord, metadata: { name: www }, spec: { zone: shop, name: www, type: A, value: 203.0.113.10 } }
`;

let fleet: TestFleet;
beforeAll(() => {
  fleet = testFleet({ 'inventory/dns.yaml': DNS });
});
afterAll(() => fleet.dispose());

describe('export zonefile', () => {
  test.each(['shop', 'example.com', 'Example.com.'])('writes the zone %s', async (name) => {
    const { status, stdout } = await fleet.stowage('export', 'zonefile', name);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `$TTL 3600
example.com. 3600 IN SOA ns1.example.net. hostmaster.example.com. 1 86400 7200 3600000 3600
example.com. 3600 IN NS ns1.example.net.
www.example.com. 3600 IN A 203.0.113.10
`,
    });
  });

  test('writes all zones that are served from files, under their names', async () => {
    const { stdout } = await fleet.stowage('export', 'zonefile');
    expect(stdout.match(/^; zone .*$/gm)).toEqual(['; zone shop', '; zone lab']);
  });

  test('writes a file per zone into a folder, and takes a serial', async () => {
    mkdirSync(join(fleet.directory, 'zones'));
    const { stdout, stderr } = await fleet.stowage(
      'export',
      'zonefile',
      '--out',
      'zones',
      '--serial',
      '2026112101',
    );
    expect(stdout).toBe('');
    expect(stderr).toContain('shop.zone');
    const text = (name: string) => readFileSync(join(fleet.directory, 'zones', `${name}.zone`), 'utf8');
    expect(text('shop')).toContain(' 2026112101 ');
    expect(text('lab')).toContain('lab.example. 3600 IN NS ns1.example.net.');
  });

  test('by itself counts with the recorded state, so that an apply raises the serial', async () => {
    const serial = async (): Promise<number> => {
      const { stdout } = await fleet.stowage('export', 'zonefile', 'lab');
      return Number(/ SOA \S+ \S+ (\d+)/.exec(stdout)?.[1]);
    };
    const before = await serial();
    await fleet.stowage('apply', '--yes');
    expect(await serial()).toBeGreaterThan(before);
    expect(await serial()).toBe(await serial());
  });

  test.each([
    ['exmaple.com', 'export.zone: there is no zone exmaple.com', 'did you mean example.com?'],
    [
      'bare',
      'export.nameservers: the zone bare.example names no name servers',
      'write nameservers in DNSZone/bare',
    ],
  ])('refuses %s', async (name, message, hint) => {
    const { status, stdout, stderr } = await fleet.stowage('export', 'zonefile', name);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(`help: ${hint}`);
  });

  test('refuses a serial of more than 32 bits', async () => {
    const { status, stderr } = await fleet.stowage('export', 'zonefile', '--serial', '4294967296');
    expect(status).toBe(1);
    expect(stderr).toContain('help: give a number up to 4294967295');
  });

  test('says where it cannot write', async () => {
    const { status, stderr } = await fleet.stowage('export', 'zonefile', '--out', 'nowhere');
    expect(status).toBe(1);
    expect(stderr).toContain('help: name a folder that is there');
  });
});
