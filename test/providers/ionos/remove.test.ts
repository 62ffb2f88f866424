import { describe, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import type { Machine } from '../../../src/model/machine.ts';
import { intentFor } from '../../conformance/provider.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import type { Emulated } from './emulated.ts';
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

const make = ({ provider }: Emulated) => provider.make(ionosOrder(), marker(), QUIET);
const remove = ({ provider }: Emulated, { id }: Pick<Machine, 'id'>, signal = QUIET) =>
  provider.remove({ machine: id, fleet: 'acme', uid: 'uid-i1' }, signal);
const serverOf = ({ emulator }: Emulated, { id }: Machine) => {
  const server = emulator.vendor.servers.all.get(id);
  if (!server) throw new Error(`no server ${id}`);
  return server;
};
const nothingLeft = ({ emulator }: Emulated) => expect(emulator.vendor.billables()).toEqual([]);

describe('a machine that is given back', () => {
  test('takes its volumes along, and is gone when the vendor says so', async () => {
    const there = await emulated({ takesMs: { delete_server: 400 } });
    expect(await remove(there, await make(there))).toEqual({ gone: true });
    nothingLeft(there);
    const [asked] = there.emulator.log.filter(({ method }) => method === 'DELETE');
    expect(asked?.path).toContain('deleteVolumes=true');
  });

  test.each([
    ['before', 'drop'],
    ['after', 'drop'],
    ['after', '500'],
    ['before', '503'],
  ] as const)('is gone although the answer was lost %s the effect (%s)', async (when, answer) => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.knobs.faults = [{ on: 'DELETE /datacenters/*/servers/*', when, times: 1, answer }];
    expect(await remove(there, machine)).toEqual({ gone: true });
    nothingLeft(there);
  });

  test('takes the IP blocks along that only it used, and no other', async () => {
    const there = await emulated();
    const machine = await make(there);
    const server = serverOf(there, machine);
    const { blocks } = there.emulator.vendor;
    const other = stand(there, 'old-01');
    const shared = blocks.reserve('shared', ['198.51.100.1', '198.51.100.2'], server, other);
    const unused = blocks.reserve('kept', ['198.51.100.9']);
    blocks.reserve('own', ['203.0.113.1', '203.0.113.2'], server);
    server.nics[0]?.properties.ips?.push('198.51.100.1');
    expect(await remove(there, machine)).toEqual({ gone: true });
    expect([...blocks.all.keys()]).toEqual([shared.id, unused.id]);
    expect(shared.labels.size).toBe(0);
  });

  test('is given back to the end by the next run where one died in between', async () => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.vendor.blocks.reserve('own', ['203.0.113.1'], serverOf(there, machine));
    there.emulator.knobs.faults = [{ on: 'DELETE /ipblocks/*', times: 1, answer: '403' }];
    await expect(remove(there, machine)).rejects.toMatchObject({ failure: 'permission' });
    expect(there.emulator.vendor.billables()).toHaveLength(1);
    expect(await clientOf(there.emulator).observe(intentFor('i2', 'web-01', machine), 'acme')).toEqual({
      found: 'nothing',
    });
    nothingLeft(there);
  });

  test('leaves no volume behind that lost its server', async () => {
    const there = await emulated();
    const machine = await make(there);
    const { servers } = there.emulator.vendor;
    for (const volume of servers.volumes.values()) volume.server = null;
    expect(await remove(there, machine)).toEqual({ gone: true });
    nothingLeft(there);
  });

  test.each([
    ['its labels', { on: 'GET /datacenters/*/servers/*/labels', times: 1, answer: '404' }],
    ['its IP block', { on: 'POST /ipblocks/*/labels', answer: '404' }],
    ['the virtual data centre of its volumes', { on: 'GET /datacenters/*/volumes', answer: '404' }],
  ] as const)(
    'is gone where it, or what hung on it, went while somebody looked (%s)',
    async (_what, fault) => {
      const there = await emulated();
      const machine = await make(there);
      const server = serverOf(there, machine);
      const { servers, blocks } = there.emulator.vendor;
      const own = blocks.reserve('own', ['203.0.113.1'], server);
      there.emulator.knobs.faults = [fault];
      expect(await remove(there, machine)).toEqual({ gone: true });
      // What only seemed to be gone.
      servers.all.clear();
      servers.volumes.clear();
      blocks.all.delete(own.id);
      nothingLeft(there);
    },
  );

  test('is not said to be another’s where it was taken over, and went while somebody looked', async () => {
    const there = await emulated();
    const { id } = stand(there, 'old-01');
    const taken = await there.provider.make(ionosOrder('web-01', { adopt: id }), marker(), QUIET);
    there.emulator.knobs.faults = [
      { on: 'GET /datacenters/*/servers/*/labels', answer: '404' },
      { on: 'GET /datacenters/*/servers/*', skip: 1, answer: '404' },
    ];
    expect(await clientOf(there.emulator).observe(intentFor('i2', 'web-01', taken), 'acme')).toEqual({
      found: 'nothing',
    });
    expect(await remove(there, taken)).toEqual({ gone: true });
    there.emulator.knobs.faults = [{ on: 'GET /datacenters/*/servers/*/labels', answer: '404' }];
    await expect(remove(there, taken)).rejects.toMatchObject({ failure: 'fatal' });
  });

  test('is gone where another was quicker to take its last volume, and our request failed', async () => {
    const there = await emulated({ takesMs: { delete_volume: 400 }, endsIn: { delete_volume: 'VDC-5-0' } });
    const machine = await make(there);
    const { servers } = there.emulator.vendor;
    for (const volume of servers.volumes.values()) volume.server = null;
    const asked = () => calls(there).some((call) => call.startsWith('DELETE /datacenters/*/volumes'));
    const removed = remove(there, machine);
    while (!asked()) await setTimeout(5);
    servers.volumes.clear();
    expect(await removed).toEqual({ gone: true });
    nothingLeft(there);
  });

  test('stays where somebody gave it a volume, until a person decided', async () => {
    const there = await emulated();
    const machine = await make(there);
    const other = stand(there, 'old-01');
    const [volume] = there.emulator.vendor.servers.volumesOf(other);
    if (volume) volume.server = machine.id;
    await expect(remove(there, machine)).rejects.toMatchObject({
      failure: 'fatal',
      message: expect.stringContaining(`system (${volume?.id})`),
      hint: expect.stringContaining('apply again'),
    });
    expect(await there.provider.list('acme')).toEqual([machine]);
  });

  test('goes with the volume it starts from where it was taken over', async () => {
    const there = await emulated();
    const { id } = stand(there, 'old-01');
    await there.provider.make(ionosOrder('web-01', { adopt: id }), marker(), QUIET);
    expect(await remove(there, { id })).toEqual({ gone: true });
    nothingLeft(there);
  });

  test('is not ours to give back any more once a person took its mark off', async () => {
    const there = await emulated();
    const machine = await make(there);
    for (const nic of serverOf(there, machine).nics) Object.assign(nic.properties, { name: 'internet' });
    await expect(remove(there, machine)).rejects.toMatchObject({ failure: 'fatal' });
  });

  test('is found where it stands, wherever the project is by now', async () => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.vendor.centres.add('elsewhere', 'de/fra');
    const moved = clientOf(there.emulator, { project: 'elsewhere' });
    expect(await moved.remove({ machine: machine.id, fleet: 'acme', uid: 'uid-i1' }, QUIET)).toEqual({
      gone: true,
    });
    nothingLeft(there);
  });

  test('that the vendor cannot delete stays, and the code is told', async () => {
    const there = await emulated({ endsIn: { delete_server: 'VDC-5-0' } });
    const machine = await make(there);
    await expect(remove(there, machine)).rejects.toMatchObject({
      failure: 'fatal',
      message: expect.stringContaining('VDC-5-0'),
    });
  });

  test('is being deleted when somebody stops it, and gone when asked again', async () => {
    const there = await emulated({ takesMs: { delete_server: 60_000 } });
    const machine = await make(there);
    await expect(remove(there, machine, stoppedWaiting(there))).rejects.toMatchObject({
      failure: 'transient',
    });
    there.emulator.knobs.takesMs = { delete_server: 200 };
    expect(await remove(there, machine)).toEqual({ gone: true });
    nothingLeft(there);
  });
});
