import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { MachineOrder, Marker } from '../../../src/model/machine.ts';
import { intentFor } from '../../conformance/provider.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import type { Emulated } from './emulated.ts';
import { stoppedOnce } from '../../support/stopped-once.ts';
import {
  calls,
  clientOf,
  emulatedInTests,
  ionosOrder,
  marker,
  QUIET,
  stand,
  stoppedWaiting,
} from './emulated.ts';

const emulated = emulatedInTests();
reportChecked('ionos-cloud-v6.openapi.json');

describe('networking', () => {
  test('is there once the network card has its address, a while after the server', async () => {
    const there = await emulated({ takesMs: { address: 3_600_000 } });
    const machine = await there.provider.make(ionosOrder(), marker(), QUIET);
    expect(machine).toMatchObject({ state: 'RUNNING', addresses: [] });
    const looks = () => there.emulator.log.length;
    const before = looks();
    const connecting = there.provider.connect(machine, ionosOrder(), marker(), QUIET);
    while (looks() < before + 5) await setTimeout(5);
    there.emulator.clock.advance(3_600_000);
    const connected = await connecting;
    expect(connected).toEqual({ ...machine, addresses: [expect.stringMatching(/^198\.18\./)] });
    expect(await there.provider.connect(connected, ionosOrder(), marker(), QUIET)).toEqual(connected);
  });

  test('of a server whose request failed fails as the request did', async () => {
    const there = await emulated({
      takesMs: { create_server: 60_000 },
      endsIn: { create_server: 'VDC-5-601' },
    });
    const machine = await there.provider.make(ionosOrder(), marker(), stoppedWaiting(there));
    there.emulator.clock.advance(59_800);
    await expect(there.provider.connect(machine, ionosOrder(), marker(), QUIET)).rejects.toMatchObject({
      failure: 'capacity',
      message: expect.stringContaining('VDC-5-601'),
    });
    await there.provider.remove({ machine: machine.id, fleet: 'acme', uid: 'uid-i1' }, QUIET);
  });

  test('that somebody stops waiting for can be waited for again', async () => {
    const there = await emulated({ takesMs: { address: 60_000 } });
    const machine = await there.provider.make(ionosOrder(), marker(), QUIET);
    const before = calls(there).length;
    const stopping = stoppedOnce(() => calls(there).length > before);
    await expect(there.provider.connect(machine, ionosOrder(), marker(), stopping)).rejects.toMatchObject({
      failure: 'transient',
    });
  });

  test('has no reverse names, and says so', async () => {
    expect((await emulated()).provider.capabilities.reverseNames).toBe(false);
  });
});

test('a machine is started once it says that its user data have run', async () => {
  const asked: string[] = [];
  const there = await emulated({}, { ready: ({ id }) => Promise.resolve(void asked.push(id)) });
  const machine = await there.provider.make(ionosOrder(), marker(), QUIET);
  expect(await there.provider.bootstrap(machine, ionosOrder(), marker(), QUIET)).toEqual(machine);
  expect(asked).toEqual([machine.id]);
});

describe('a server that stands already', () => {
  const take = (there: Emulated, adopt: string, more: Partial<MachineOrder> = {}, mark: Marker = marker()) =>
    there.provider.make(ionosOrder('web-01', { adopt, ...more }), mark, QUIET);

  test('is taken over by labels, with its own labels and names kept', async () => {
    const there = await emulated();
    const server = stand(there, 'old-01');
    server.labels.set('team', 'ops');
    const machine = await take(there, server.id);
    expect(machine).toMatchObject({ id: server.id, name: 'web-01', marker: marker() });
    expect(machine).not.toHaveProperty('hostKey');
    expect(Object.fromEntries(server.labels)).toEqual({
      team: 'ops',
      'stowage-fleet': 'acme',
      'stowage-uid': 'uid-i1',
      'stowage-host': 'web-01',
      'stowage-intent': 'i1',
    });
    expect(server.properties.name).toBe('old-01');
    expect(await there.provider.list('acme')).toEqual([machine]);
    const intent = intentFor('i1', 'web-01');
    const step = { ...intent.step, order: ionosOrder('web-01', { adopt: server.id }) };
    expect(await there.provider.observe({ ...intent, step }, 'acme')).toEqual({ found: 'ours', machine });
    expect(await take(there, server.id)).toEqual(machine);
  });

  test.each(['before', 'after'] as const)(
    'is taken over although a reply was lost %s the effect',
    async (when) => {
      const there = await emulated({
        faults: [{ on: 'POST /datacenters/*/servers/*/labels', when, skip: 1, times: 1, answer: 'drop' }],
      });
      const { id, labels } = stand(there, 'old-01');
      expect(await take(there, id)).toMatchObject({ id, marker: marker() });
      expect(labels.size).toBe(4);
    },
  );

  test('counts as ours only with its last label, and is taken over to the end by the next run', async () => {
    const there = await emulated({
      faults: [{ on: 'POST /datacenters/*/servers/*/labels', skip: 2, answer: '403' }],
    });
    const { id } = stand(there, 'old-01');
    await expect(take(there, id)).rejects.toMatchObject({ failure: 'permission' });
    expect(await there.provider.list('acme')).toEqual([]);
    there.emulator.knobs.faults = [];
    await expect(take(there, id, {}, marker('i2'))).rejects.toMatchObject({ failure: 'profile' });
    expect(await take(there, id)).toMatchObject({ id, marker: marker() });
  });

  test.each([
    ['that is not there', { adopt: '0' }, 'there is no server 0'],
    ['that is another machine', { parameters: { ...ionosOrder().parameters, cores: 8 } }, 'has cores 4'],
  ])('is not taken over where it is one %s', async (_what, order: Partial<MachineOrder>, words) => {
    const there = await emulated();
    const { id, labels } = stand(there, 'old-01');
    await expect(take(there, id, order)).rejects.toMatchObject({
      failure: 'profile',
      message: expect.stringContaining(words),
    });
    expect(labels.size).toBe(0);
  });

  test('is not taken over where another fleet made it', async () => {
    const there = await emulated();
    const other = { ...marker('i9'), fleet: 'other' };
    const { id } = await there.provider.make(ionosOrder(), other, QUIET);
    await expect(take(there, id)).rejects.toMatchObject({
      failure: 'profile',
      message: expect.stringContaining('fleet other'),
    });
  });
});

test('the census counts what is on every page of every virtual data centre', async () => {
  const there = await emulated();
  there.emulator.vendor.mostPerPage = 7;
  for (let nth = 0; nth < 20; nth++) stand(there, `old-${nth}`, nth % 2);
  const found = await there.provider.census();
  expect(found).toHaveLength(20);
  expect(found[0]).toEqual({
    machine: expect.objectContaining({ name: 'old-0', marker: null, region: 'de/fra', state: 'RUNNING' }),
    parameters: { cores: 4, ram: 8192, cpuFamily: 'INTEL_SKYLAKE', volumeSize: 50, volumeType: 'SSD' },
    image: null,
    resources: { cores: 4, memory: 8192, nvme: 50 },
    price: null,
  });
  expect(calls(there).filter((call) => call === 'GET /datacenters/*/servers 200')).toHaveLength(4);
});

test('another client of the same contract sees the same machines', async () => {
  const there = await emulated();
  const machine = await there.provider.make(ionosOrder(), marker(), QUIET);
  expect(await clientOf(there.emulator).list('acme')).toEqual([machine]);
});
