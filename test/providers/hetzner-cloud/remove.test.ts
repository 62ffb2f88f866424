import { describe, expect, test } from '@jest/globals';
import type { Machine } from '../../../src/model/machine.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { intentFor, orderFor } from '../../conformance/provider.ts';
import type { Emulated } from './emulated.ts';
import { emulatedInTests, stoppedWaiting } from './emulated.ts';

const QUIET = new AbortController().signal;
const MARK = { fleet: 'acme', intent: 'i1', uid: 'uid-i1' };
const emulated = emulatedInTests();
reportChecked('hetzner-cloud.openapi.json');

const make = ({ provider }: Emulated) => provider.make(orderFor('web-01'), MARK, QUIET);
const remove = ({ provider }: Emulated, { id }: Machine, signal = QUIET) =>
  provider.remove({ machine: id, fleet: 'acme', uid: 'uid-i1' }, signal);

describe('a machine that is given back', () => {
  test('takes its addresses along, and is gone when the vendor says so', async () => {
    const there = await emulated({ takesMs: { delete_server: 250 } });
    expect(await remove(there, await make(there))).toEqual({ gone: true });
    expect(there.emulator.vendor.billables()).toEqual([]);
  });

  test.each([
    ['before', 'drop'],
    ['after', 'drop'],
    ['after', 'server_error'],
    ['before', 'locked'],
  ] as const)('is gone although the answer was lost %s the effect (%s)', async (when, answer) => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.knobs.faults = [{ on: 'DELETE /servers/*', when, times: 1, answer }];
    expect(await remove(there, machine)).toEqual({ gone: true });
    expect(there.emulator.vendor.servers.all.size).toBe(0);
  });

  test.each([
    [
      'it is protected',
      (there: Emulated, id: string) => (there.emulator.vendor.servers.find(id).isProtected = true),
      'protected',
    ],
    [
      'somebody gave it a volume',
      (there: Emulated, id: string) => there.emulator.vendor.servers.find(id).volumes.push(77),
      '77',
    ],
    [
      'an address of it would stay behind',
      (there: Emulated, id: string) =>
        there.emulator.vendor.ips.of(Number(id)).forEach((ip) => (ip.auto_delete = false)),
      '198.18.0.1, 2001:db8:',
    ],
  ])('stays where %s, until a person decided', async (_why, change, words) => {
    const there = await emulated();
    const machine = await make(there);
    change(there, machine.id);
    await expect(remove(there, machine)).rejects.toMatchObject({
      failure: 'fatal',
      message: expect.stringContaining(words),
      hint: expect.stringContaining('apply again'),
    });
    expect(await there.provider.list('acme')).toEqual([machine]);
  });

  test('is not ours to give back any more once a person took its mark off', async () => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.vendor.servers.find(machine.id).labels = {};
    await expect(remove(there, machine)).rejects.toMatchObject({ failure: 'fatal' });
  });

  test('is gone where its addresses went while somebody looked', async () => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.knobs.faults = [{ on: 'GET /primary_ips/*', answer: 'not_found' }];
    expect(await remove(there, machine)).toEqual({ gone: true });
    expect(there.emulator.vendor.servers.all.size).toBe(0);
  });

  test('is being deleted when somebody stops it, and gone when asked again', async () => {
    const there = await emulated({ takesMs: { delete_server: 60_000 } });
    const machine = await make(there);
    await expect(remove(there, machine, stoppedWaiting(there))).rejects.toMatchObject({
      failure: 'transient',
    });
    expect(await there.provider.observe(intentFor('i2', 'web-01', machine), 'acme')).toEqual({
      found: 'nothing',
    });
    there.emulator.clock.advance(59_800);
    expect(await remove(there, machine)).toEqual({ gone: true });
  });
});
