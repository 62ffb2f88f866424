import { describe, expect, test } from '@jest/globals';
import type { MachineOrder } from '../../../src/model/machine.ts';
import type { EmulatedFault } from '../../emulators/knobs.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, ionosOrder, marker, orders, QUIET, stoppedWaiting } from './emulated.ts';

const KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ ops@example.com';
const emulated = emulatedInTests();
reportChecked('ionos-cloud-v6.openapi.json');

const make = ({ provider }: Emulated, order: Partial<MachineOrder> = {}, intent = 'i1', signal = QUIET) =>
  provider.make(ionosOrder('web-01', order), marker(intent), signal);
const refused = (answer: EmulatedFault['answer'], times = 1): EmulatedFault => ({
  on: 'POST /datacenters/*/servers',
  times,
  answer,
});
const centreIn = ({ emulator }: Emulated, location: string) => {
  const centre = [...emulator.vendor.centres.all.values()].find((one) => one.location === location);
  if (!centre) throw new Error(`nothing in ${location}`);
  return centre;
};
const nothingLeft = ({ emulator }: Emulated) => expect(emulator.vendor.billables()).toEqual([]);

describe('an order', () => {
  test('says everything in the words of the API, and carries its mark from the first moment', async () => {
    const there = await emulated();
    const parameters = { cores: 4, ram: 8192, cpuFamily: 'AMD_EPYC', type: 'ENTERPRISE', volumeSize: 50 };
    const more = { volumeType: 'SSD Premium', volumeAvailabilityZone: 'ZONE_2' };
    const intent = '01J0000000000000ABCDEFGHJK';
    const order = { parameters: { ...parameters, ...more }, sshKeys: [KEY], userData: '#!/bin/sh\ntrue\n' };
    const machine = await make(there, order, intent);
    expect(machine).toMatchObject({
      name: 'web-01',
      state: 'RUNNING',
      region: 'de/fra',
      addresses: [expect.stringMatching(/^198\.18\./)],
      marker: marker(intent),
      hostKey: expect.stringMatching(/^ssh-ed25519 /),
    });
    const mark = `stowage/acme/uid-${intent}/${intent}`;
    const body = there.emulator.log.find(({ method }) => method === 'POST')?.body;
    expect(body).toEqual({
      properties: {
        name: 'web-01-CDEFGHJK',
        cores: 4,
        ram: 8192,
        cpuFamily: 'AMD_EPYC',
        type: 'ENTERPRISE',
      },
      entities: {
        volumes: {
          items: [
            {
              properties: {
                name: mark,
                size: 50,
                type: 'SSD Premium',
                availabilityZone: 'ZONE_2',
                imageAlias: 'debian:latest',
                sshKeys: [KEY],
                userData: expect.any(String),
              },
            },
          ],
        },
        nics: { items: [{ properties: { name: mark, lan: 1, dhcp: true } }] },
      },
    });
    const [volume] = [...there.emulator.vendor.servers.volumes.values()];
    const seed = Buffer.from(volume?.properties.userData ?? '', 'base64').toString();
    expect(seed).toContain('#!/bin/sh\ntrue');
    expect(seed).toContain('BEGIN OPENSSH PRIVATE KEY');
  });

  test('names an image by its id or by its alias', async () => {
    const there = await emulated();
    const image = '11111111-0000-4000-8000-000000000001';
    await make(there, { image });
    await make(there, { name: 'web-02', image: 'ubuntu:24.04' }, 'i2');
    const used = [...there.emulator.vendor.servers.volumes.values()].map(({ properties }) => properties);
    expect(used).toMatchObject([{ image }, { imageAlias: 'ubuntu:24.04' }]);
  });

  test('has marks that can be read back, whatever the host and the fleet are called', async () => {
    const there = await emulated();
    const fleet = 'Größte / Flotte';
    const name = `${'a'.repeat(60)}.example.com`;
    const machine = await there.provider.make(ionosOrder(name), { ...marker(), fleet }, QUIET);
    expect(machine).toMatchObject({ name, marker: { fleet } });
    expect(await there.provider.list(fleet)).toEqual([machine]);
    expect(await there.provider.list('Größte')).toEqual([]);
    await there.provider.remove({ machine: machine.id, fleet, uid: 'uid-i1' }, QUIET);
    nothingLeft(there);
  });

  test.each([
    ['an unknown CPU family', { parameters: { ...ionosOrder().parameters, cpuFamily: 'Z80' } }, 'Z80'],
    ['an unknown image', { image: 'debian:99' }, 'debian:99'],
    ['a key that is none', { sshKeys: ['ops'] }, 'ops'],
    ['an unknown parameter', { parameters: { ...ionosOrder().parameters, cors: 4 } }, 'cors'],
    ['a parameter of the wrong type', { parameters: { ...ionosOrder().parameters, cores: '4' } }, 'cores'],
    [
      'an unknown type of volume',
      { parameters: { ...ionosOrder().parameters, volumeType: 'NVMe' } },
      'SSD Premium',
    ],
    ['no cores', { parameters: { ram: 4096, volumeSize: 20 } }, 'cores'],
    ['no size of its volume', { parameters: { cores: 1, ram: 4096 } }, 'volumeSize'],
    ['memory that comes in no such steps', { parameters: { cores: 1, ram: 1000, volumeSize: 20 } }, '256'],
    ['a region without a virtual data centre', { region: 'us/las' }, 'us/las'],
  ])('with %s is the profile’s fault', async (_what, order, words) => {
    const there = await emulated();
    await expect(make(there, order)).rejects.toMatchObject({
      name: 'ProviderFailure',
      failure: 'profile',
      message: expect.stringContaining(words),
    });
    nothingLeft(there);
  });
});

describe('a virtual data centre', () => {
  test('is the one of the project’s name in the region of the order', async () => {
    const there = await emulated();
    there.emulator.vendor.centres.add('other', 'de/txl');
    expect(await make(there, { region: 'de/txl' })).toMatchObject({ region: 'de/txl' });
    const [server] = [...there.emulator.vendor.servers.all.values()];
    expect(server?.centre).toBe(centreIn(there, 'de/txl'));
  });

  test('that is not there is told with those that are', async () => {
    const there = await emulated({}, { project: 'acmee' });
    await expect(make(there)).rejects.toMatchObject({
      failure: 'profile',
      message: 'IONOS has no virtual data centre acmee in de/fra',
      hint: 'did you mean acme?',
    });
    const here = await emulated();
    await expect(make(here, { region: 'us/las' })).rejects.toMatchObject({ hint: 'it is in de/fra, de/txl' });
  });

  test('that is not there lets the order go on to a region that has one', async () => {
    const there = await emulated();
    const regions = { region: 'us/las', fallback: ['de/txl'] };
    await expect(make(there, regions)).rejects.toMatchObject({ failure: 'capacity' });
    expect(await make(there, { ...regions, region: 'de/txl' })).toMatchObject({ region: 'de/txl' });
    await expect(make(there, { region: 'us/las', fallback: ['gb/lhr'] }, 'i2')).rejects.toMatchObject({
      failure: 'profile',
    });
  });

  test('is named by its id where two have the name in one location', async () => {
    const there = await emulated();
    const second = there.emulator.vendor.centres.add('acme', 'de/fra');
    await expect(make(there)).rejects.toMatchObject({
      failure: 'profile',
      message: expect.stringContaining(second.id),
      hint: expect.stringContaining('spec.project'),
    });
    const one = await emulated({}, { project: null });
    await expect(make(one)).resolves.toMatchObject({ region: 'de/fra' });
  });
});

describe('the LAN of a machine', () => {
  const lansOf = (there: Emulated) =>
    [...there.emulator.vendor.servers.all.values()].map(({ nics }) => nics[0]?.properties.lan);

  test('is the public one of the lowest number', async () => {
    const there = await emulated();
    const { centres } = there.emulator.vendor;
    const centre = centreIn(there, 'de/fra');
    centre.lans.splice(0);
    for (const isPublic of [false, true, true]) centres.addLan(centre, '', isPublic);
    await make(there);
    expect(lansOf(there)).toEqual([2]);
  });

  test('is made once for all machines where there is no public one', async () => {
    const there = await emulated();
    centreIn(there, 'de/fra').lans.splice(0);
    await Promise.all(['i1', 'i2', 'i3'].map((intent) => make(there, { name: `web-${intent}` }, intent)));
    expect(centreIn(there, 'de/fra').lans).toEqual([{ id: 1, name: 'stowage', public: true }]);
    expect(lansOf(there)).toEqual([1, 1, 1]);
  });

  test('whose making was lost is found when it is asked for again', async () => {
    const there = await emulated({
      faults: [{ on: 'POST /datacenters/*/lans', when: 'after', times: 1, answer: 'drop' }],
    });
    centreIn(there, 'de/fra').lans.splice(0);
    await expect(make(there)).rejects.toMatchObject({ failure: 'transient' });
    await make(there);
    expect(centreIn(there, 'de/fra').lans).toHaveLength(1);
  });

  test('is the one that the profile names, which must be there', async () => {
    const there = await emulated();
    there.emulator.vendor.centres.addLan(centreIn(there, 'de/fra'), 'inside', false);
    const on = (lan: number) => ({ parameters: { ...ionosOrder().parameters, lan } });
    expect(await make(there, on(2))).toMatchObject({ addresses: [expect.stringMatching(/^10\./)] });
    await expect(make(there, on(7), 'i2')).rejects.toMatchObject({
      failure: 'profile',
      hint: 'it has 1 (internet), 2 (inside)',
    });
  });
});

describe('a refusal', () => {
  test.each([
    ['400', 'profile'],
    ['401', 'permission'],
    ['402', 'permission'],
    ['403', 'permission'],
    ['404', 'profile'],
    ['405', 'fatal'],
    ['422', 'profile'],
    ['VDC-5-1051', 'quota'],
    ['VDC-5-601', 'capacity'],
  ])('%s is a failure of class %s, and leaves nothing', async (code, failure) => {
    const there = await emulated({ faults: [refused(code)] });
    await expect(make(there)).rejects.toMatchObject({ name: 'ProviderFailure', failure });
    expect(orders(there)).toBe(1);
    nothingLeft(there);
  });

  test('for the rate waits as long as it is told to, and the order is not lost', async () => {
    const again = { status: 429, headers: { 'retry-after': '1' }, body: { httpStatus: 429, messages: [] } };
    const there = await emulated({ faults: [refused(again)] });
    const since = Date.now();
    expect(await make(there)).toMatchObject({ state: 'RUNNING' });
    expect(Date.now() - since).toBeGreaterThan(950);
    expect(calls(there).filter((call) => call === 'POST /datacenters/*/servers 429')).toHaveLength(1);
    expect(orders(there)).toBe(2);
  });
});

describe('a request that was accepted and fails', () => {
  test.each([
    ['VDC-5-601', 'capacity'],
    ['VDC-5-1051', 'quota'],
    ['VDC-5-1091', 'transient'],
    ['VDC-5-622', 'profile'],
    ['VDC-5-0', 'fatal'],
  ])('with %s is a failure of class %s that tells the code, and leaves nothing', async (code, failure) => {
    for (const halfMade of ['server', 'volume'] as const) {
      const there = await emulated({ endsIn: { create_server: code } });
      there.emulator.vendor.servers.halfMade = halfMade;
      await expect(make(there)).rejects.toMatchObject({ failure, message: expect.stringContaining(code) });
      nothingLeft(there);
    }
  });

  test.each(['server', 'volume'] as const)(
    'and tells nothing of what it made leaves nothing (%s)',
    async (halfMade) => {
      const there = await emulated({
        endsIn: { create_server: 'VDC-5-601' },
        faults: [{ on: 'GET /requests/*', answer: '404' }],
      });
      there.emulator.vendor.servers.halfMade = halfMade;
      await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
      nothingLeft(there);
    },
  );

  test('for want of room leaves nothing, and the next region gets the order under the same intent', async () => {
    const there = await emulated({ stock: { 'INTEL_SKYLAKE@de/fra': 0 } });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
    nothingLeft(there);
    expect(await make(there, { region: 'de/txl' })).toMatchObject({ region: 'de/txl', state: 'RUNNING' });
  });

  test('and is asked for again under the same intent is asked for anew', async () => {
    const there = await emulated({ endsIn: { create_server: 'VDC-5-1091' } });
    await expect(make(there)).rejects.toMatchObject({ failure: 'transient' });
    there.emulator.knobs.endsIn = {};
    expect(await make(there)).toMatchObject({ state: 'RUNNING' });
    expect(orders(there)).toBe(2);
  });

  test('after which the rest cannot be deleted is unclear, and names the server', async () => {
    const there = await emulated({
      endsIn: { create_server: 'VDC-5-601' },
      faults: [{ on: 'DELETE /datacenters/*/servers/*', times: 1, answer: '403' }],
    });
    const failed = await make(there).catch((error: unknown) => error);
    const [server] = [...there.emulator.vendor.servers.all.values()];
    expect(failed).toMatchObject({
      failure: 'ambiguous',
      message: expect.stringContaining(server?.id ?? '?'),
    });
    // Asked again, it clears that away first.
    there.emulator.knobs.endsIn = {};
    expect(await make(there)).toMatchObject({ state: 'RUNNING' });
    expect(there.emulator.vendor.servers.all.size).toBe(1);
  });
});

describe('somebody who stops it', () => {
  test('after the order is sent gets the machine that is being made, and its networking later', async () => {
    const there = await emulated({ takesMs: { create_server: 60_000 } });
    const machine = await make(there, {}, 'i1', stoppedWaiting(there));
    expect(machine).toMatchObject({ state: 'BUSY', addresses: [], marker: marker() });
    there.emulator.clock.advance(59_800);
    const connected = await there.provider.connect(machine, ionosOrder(), marker(), QUIET);
    expect(connected).toMatchObject({ id: machine.id, state: 'RUNNING', addresses: [expect.any(String)] });
  });
});
