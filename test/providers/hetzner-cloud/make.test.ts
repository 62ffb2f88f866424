import { describe, expect, test } from '@jest/globals';
import type { MachineOrder, Marker } from '../../../src/model/machine.ts';
import type { EmulatedFault } from '../../emulators/knobs.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { intentFor, orderFor } from '../../conformance/provider.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, orders, stoppedWaiting } from './emulated.ts';

const QUIET = new AbortController().signal;
const KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ ops@example.com';
const emulated = emulatedInTests();
reportChecked('hetzner-cloud.openapi.json');

const marker = (intent: string): Marker => ({ fleet: 'acme', intent, uid: `uid-${intent}` });
const make = ({ provider }: Emulated, order: Partial<MachineOrder> = {}, intent = 'i1', signal = QUIET) =>
  provider.make({ ...orderFor('web-01'), ...order }, marker(intent), signal);
const lost = (
  when: 'before' | 'after',
  answer: EmulatedFault['answer'] = 'drop',
  times = 1,
): EmulatedFault => ({
  on: 'POST /servers',
  when,
  times,
  answer,
});

describe('an order', () => {
  test('says everything in the words of the API, and awaits all that follows from it', async () => {
    const there = await emulated({ takesMs: { create_server: 250, start_server: 150 } });
    const parameters = { server_type: 'cpx31', enable_ipv6: false, firewalls: [38] };
    const machine = await make(there, {
      parameters,
      image: 'ubuntu-24.04',
      userData: '#cloud-config\npackages: [curl]\n',
      sshKeys: [KEY],
    });
    expect(machine).toMatchObject({
      state: 'running',
      region: 'fsn1',
      addresses: [expect.stringMatching(/^198\.18\./)],
    });
    expect(there.emulator.log.find(({ path }) => path === '/servers')?.body).toEqual({
      name: 'web-01',
      server_type: 'cpx31',
      image: 'ubuntu-24.04',
      location: 'fsn1',
      public_net: { enable_ipv4: true, enable_ipv6: false },
      firewalls: [{ firewall: 38 }],
      ssh_keys: [expect.stringMatching(/^stowage-/)],
      user_data: expect.stringMatching(/^#cloud-config\n[^]*BEGIN OPENSSH PRIVATE KEY/),
      labels: {
        'stowage-host': 'web-01',
        'stowage-intent': 'i1',
        'stowage-fleet': 'acme',
        'stowage-uid': 'uid-i1',
      },
    });
    expect([...there.emulator.vendor.servers.all.values()]).toMatchObject([{ status: 'running' }]);
  });

  test('brings a public key there once, and uses one that is known under the name it has', async () => {
    const there = await emulated();
    there.emulator.vendor.keys.add({ name: 'ops', public_key: KEY }, Date.now());
    const other = KEY.replace('IJdD', 'IJdE');
    await Promise.all([
      make(there, { sshKeys: [KEY, other] }),
      make(there, { name: 'web-02', sshKeys: [other, 'ops'] }, 'i2'),
    ]);
    const [first, second] = [...there.emulator.vendor.servers.all.values()].map(({ sshKeys }) => sshKeys);
    expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(2);
    expect(calls(there).filter((call) => call.startsWith('POST /ssh_keys'))).toEqual(['POST /ssh_keys 201']);
  });

  test('has names and marks that the API takes, whatever the host and the fleet are called', async () => {
    const there = await emulated();
    const name = `${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`;
    const long: Marker = { fleet: 'Größte Flotte', intent: 'i1', uid: 'u'.repeat(80) };
    const machine = await there.provider.make({ ...orderFor(name) }, long, QUIET);
    expect(await there.provider.list('Größte Flotte')).toEqual([machine]);
    expect(machine).toMatchObject({
      name: expect.stringMatching(/^a{50}-[0-9a-f]{12}$/),
      marker: { fleet: 'Größte Flotte' },
    });
    await there.provider.remove({ machine: machine.id, fleet: 'Größte Flotte', uid: long.uid }, QUIET);
    expect(await there.provider.list('Größte Flotte')).toEqual([]);
  });

  test.each([
    ['an unknown type', { parameters: { server_type: 'cpx99' } }, 'server_type'],
    ['an unknown place', { region: 'fsn9' }, 'location'],
    ['an unknown image', { image: 'debian-99' }, 'image'],
    ['an unknown key', { sshKeys: ['nobody'] }, 'ssh_keys'],
    ['an unknown parameter', { parameters: { server_type: 'cpx31', firewals: [1] } }, 'firewals'],
    ['no type', { parameters: {} }, 'server_type'],
    ['user data that are too long', { userData: `#!/bin/sh\n# ${'x'.repeat(32 * 1024)}` }, 'at most 32768'],
  ])('with %s is the profile’s fault', async (_what, order, words) => {
    const there = await emulated();
    const failed = await make(there, order).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      name: 'ProviderFailure',
      failure: 'profile',
      message: expect.stringContaining(words),
    });
    expect(there.emulator.vendor.servers.all.size).toBe(0);
  });
});

describe('a refusal', () => {
  test.each([
    ['resource_unavailable', 'capacity'],
    ['placement_error', 'capacity'],
    ['resource_limit_exceeded', 'quota'],
    ['unauthorized', 'permission'],
    ['token_readonly', 'permission'],
    ['forbidden', 'permission'],
    ['maintenance', 'transient'],
    ['conflict', 'transient'],
    ['locked', 'transient'],
    ['unavailable', 'transient'],
    ['not_found', 'profile'],
    ['deprecated_api_endpoint', 'fatal'],
  ])('of code %s is a failure of class %s, and leaves nothing', async (code, failure) => {
    const there = await emulated({ faults: [lost('before', code)] });
    await expect(make(there)).rejects.toMatchObject({ name: 'ProviderFailure', failure });
    expect(await there.provider.list('acme')).toEqual([]);
    expect(orders(there)).toBe(1);
  });

  test('of a place that says it has the type, and has not, is one of capacity', async () => {
    const there = await emulated({ faults: [lost('before', 'resource_unavailable')] });
    const [quote] = await there.provider.preflight([{ step: 's', order: orderFor('web-01') }], 'acme');
    expect(quote).toMatchObject({ region: 'fsn1', objection: null });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
  });

  test('that comes after the order leaves no half-made server, and the next region gets the order', async () => {
    const there = await emulated({ endsIn: { 'create_server@fsn1': 'resource_unavailable' } });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
    expect(there.emulator.vendor.servers.all.size).toBe(0);
    expect(await make(there, { region: 'nbg1' })).toMatchObject({ region: 'nbg1', state: 'running' });
  });

  test('that comes after the order, whatever it is, leaves nothing that costs', async () => {
    const there = await emulated({ endsIn: { start_server: 'server_error' } });
    await expect(make(there)).rejects.toMatchObject({ failure: 'transient' });
    expect(there.emulator.vendor.billables()).toEqual([]);
  });

  test('after which the half-made server cannot be deleted is unclear, and names the server', async () => {
    const there = await emulated({
      endsIn: { create_server: 'resource_unavailable' },
      faults: [{ on: 'DELETE /servers/*', answer: 'forbidden' }],
    });
    await expect(make(there)).rejects.toMatchObject({
      failure: 'ambiguous',
      message: expect.stringContaining('42000000'),
    });
  });

  test('for the rate waits, and the order is not lost', async () => {
    const there = await emulated({ faults: [lost('before', 'rate_limit_exceeded')] });
    expect(await make(there)).toMatchObject({ state: 'running' });
    expect(orders(there, 429)).toBe(1);
  });
});

describe('a name', () => {
  test('of a server that nobody marked is a conflict that says so', async () => {
    const there = await emulated();
    there.emulator.vendor.servers.create({ name: 'web-01', server_type: 'cpx31', image: 'debian-13' });
    await expect(make(there)).rejects.toMatchObject({
      failure: 'fatal',
      message: expect.stringMatching(
        /conflict: server \d+ has the name web-01 already; stowage did not make it/,
      ),
    });
  });

  test('of a server of another fleet is a conflict that says whose it is', async () => {
    const there = await emulated();
    await there.provider.make(orderFor('web-01'), { ...marker('i9'), fleet: 'other' }, QUIET);
    await expect(make(there)).rejects.toMatchObject({
      failure: 'fatal',
      message: expect.stringContaining('fleet other, by intent i9'),
    });
    expect(await there.provider.observe(intentFor('i1', 'web-01'), 'acme')).toEqual({ found: 'nothing' });
  });
});

describe('somebody who stops it', () => {
  test('after the order is sent gets the machine that is being made', async () => {
    const there = await emulated({ takesMs: { create_server: 60_000 } });
    expect(await make(there, {}, 'i1', stoppedWaiting(there))).toMatchObject({
      state: 'initializing',
      marker: marker('i1'),
    });
  });

  test('gets its networking once it runs, when it is asked for again', async () => {
    const there = await emulated({ takesMs: { create_server: 60_000 } });
    const machine = await make(there, {}, 'i1', stoppedWaiting(there));
    there.emulator.clock.advance(59_800);
    const connected = await there.provider.connect(machine, orderFor('web-01'), marker('i1'), QUIET);
    expect(connected).toMatchObject({ id: machine.id, state: 'running' });
  });
});

describe('a server that stands already', () => {
  const stand = (there: Emulated, labels: Record<string, string> = {}) =>
    String(
      there.emulator.vendor.servers.create({
        name: 'old-01',
        server_type: 'cpx31',
        image: 'debian-13',
        labels,
      }).server.id,
    );

  test('is taken over with its own labels kept', async () => {
    const there = await emulated();
    const adopt = stand(there, { team: 'ops' });
    const machine = await make(there, { adopt });
    expect(machine).toMatchObject({ id: adopt, name: 'web-01', marker: marker('i1') });
    expect(there.emulator.vendor.servers.find(adopt).labels).toMatchObject({
      team: 'ops',
      'stowage-host': 'web-01',
    });
    expect(await there.provider.observe(intentFor('i1', 'web-01'), 'acme')).toMatchObject({ found: 'ours' });
    expect(await make(there, { adopt })).toMatchObject({ id: adopt, marker: marker('i1') });
  });

  test.each([
    [
      'that is another’s',
      { labels: { 'stowage-fleet': 'other', 'stowage-intent': 'i', 'stowage-uid': 'u' } },
      'fleet other',
    ],
    ['that is of another type', { parameters: { server_type: 'cx22' } }, 'is a cpx31'],
    ['that is not there', { adopt: '1' }, 'there is no server 1'],
  ])(
    'is not taken over where it is one %s',
    async (
      _what,
      { labels, ...order }: Partial<MachineOrder> & { labels?: Record<string, string> },
      words,
    ) => {
      const there = await emulated();
      const adopt = stand(there, labels);
      await expect(make(there, { adopt, ...order })).rejects.toMatchObject({
        failure: 'profile',
        message: expect.stringContaining(words),
      });
      expect(there.emulator.vendor.servers.find(adopt).labels).toEqual(labels ?? {});
    },
  );
});
