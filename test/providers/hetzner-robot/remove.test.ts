import { describe, expect, test } from '@jest/globals';
import type { Machine } from '../../../src/model/machine.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { intentFor } from '../../conformance/provider.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, robotOrder } from './emulated.ts';

const QUIET = new AbortController().signal;
const MARK = { fleet: 'acme', intent: 'i1', uid: 'uid-i1' };
const emulated = emulatedInTests();
reportChecked('hetzner-robot.openapi.json');

const make = ({ provider }: Emulated) => provider.make(robotOrder(), MARK, QUIET);
const remove = ({ provider }: Emulated, { id }: Machine, uid = 'uid-i1') =>
  provider.remove({ machine: id, fleet: 'acme', uid }, QUIET);
const dayIn = ({ emulator }: Emulated, days: number) =>
  new Date(emulator.clock.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);

describe('a server that is given back', () => {
  test('is cancelled to the earliest day, keeps no place in the rack, and its key goes', async () => {
    const there = await emulated();
    const machine = await make(there);
    const until = dayIn(there, 30);
    expect(await remove(there, machine)).toEqual({ gone: false, until });
    expect(there.emulator.log.at(-3)?.body).toEqual([
      ['cancellation_date', until],
      ['reserve_location', 'false'],
    ]);
    expect(there.emulator.vendor.keys.all.size).toBe(0);
    expect(await there.provider.list('acme')).toMatchObject([{ id: machine.id, state: 'cancelled' }]);
    expect(await there.provider.observe(intentFor('i2', 'web-01', machine), 'acme')).toMatchObject({
      found: 'ours',
    });
  });

  test('is not cancelled twice: the day stays what it was', async () => {
    const there = await emulated();
    const machine = await make(there);
    const first = await remove(there, machine);
    there.emulator.clock.advance(5 * 24 * 3_600_000);
    expect(await remove(there, machine)).toEqual(first);
    expect(calls(there, 'POST /server/321001/cancellation')).toHaveLength(1);
  });

  test.each([
    ['before', 'drop'],
    ['after', 'drop'],
    ['after', 'INTERNAL_ERROR'],
    ['after', 'CONFLICT'],
  ] as const)('is cancelled although the answer was lost %s the effect (%s)', async (when, answer) => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.knobs.faults = [{ on: 'POST /server/*/cancellation', when, times: 1, answer }];
    expect(await remove(there, machine)).toEqual({ gone: false, until: dayIn(there, 30) });
  });

  test('is not ours to give back once its name says that it is another’s', async () => {
    const there = await emulated();
    const machine = await make(there);
    const server = there.emulator.vendor.servers.all.get(321_001)!;
    server.name = 'web-01.stowage.other.i1.uid-i1';
    await expect(remove(there, machine)).rejects.toMatchObject({ failure: 'fatal' });
    expect(server.cancelledTo).toBeNull();
  });

  test('is proven ours by the key of its order as long as it was not named, and by nothing after that', async () => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.vendor.servers.all.get(321_001)!.name = '';
    await expect(remove(there, machine, 'uid-of-another')).rejects.toMatchObject({ failure: 'fatal' });
    expect(await remove(there, machine)).toMatchObject({ gone: false });
  });

  test('that nobody of ours ordered stays, whatever is asked', async () => {
    const there = await emulated();
    there.emulator.vendor.servers.add('EX44', 'HEL1', true, 'database');
    await expect(
      there.provider.remove({ machine: '321001', fleet: 'acme', uid: 'u' }, QUIET),
    ).rejects.toMatchObject({ failure: 'fatal' });
    expect(await there.provider.census()).toMatchObject([
      {
        machine: { id: '321001', name: 'database', marker: null, region: 'hel1' },
        parameters: { product_id: 'EX44' },
      },
    ]);
  });
});
