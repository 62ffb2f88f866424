import { describe, expect, test } from '@jest/globals';
import type { MachineOrder } from '../../../src/model/machine.ts';
import type { EmulatedFault } from '../../emulators/knobs.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { intentFor } from '../../conformance/provider.ts';
import type { Emulated } from './emulated.ts';
import { stoppedOnce } from '../../support/stopped-once.ts';
import {
  calls,
  clientOf,
  emulatedInTests,
  ionosOrder,
  marker,
  orders,
  QUIET,
  stoppedWaiting,
} from './emulated.ts';

const emulated = emulatedInTests();
reportChecked('ionos-cloud-v6.openapi.json');

const make = ({ provider }: Emulated, order: Partial<MachineOrder> = {}, signal = QUIET) =>
  provider.make(ionosOrder('web-01', order), marker(), signal);
const lost = (
  when: 'before' | 'after',
  answer: EmulatedFault['answer'] = 'drop',
  times = 1,
): EmulatedFault => ({ on: 'POST /datacenters/*/servers', when, times, answer });
const observe = ({ emulator }: Emulated) => clientOf(emulator).observe(intentFor('i1', 'web-01'), 'acme');

describe('a reply that is lost', () => {
  test.each([
    ['after the effect', lost('after'), 1],
    ['before the effect', lost('before'), 2],
    ['with an error of the server after the effect', lost('after', '500'), 1],
    ['with maintenance before the effect', lost('before', '503'), 2],
    ['with words of a gateway after the effect', lost('after', { status: 502, body: '<html>' }), 1],
  ])('%s makes one machine', async (_when, fault, asked) => {
    const there = await emulated({ faults: [fault] });
    const machine = await make(there);
    expect(machine).toMatchObject({ state: 'RUNNING', marker: marker() });
    expect(await there.provider.list('acme')).toEqual([machine]);
    expect(orders(there)).toBe(asked);
  });

  test('is looked for in the list of servers, that of requests, and that of servers again, twice, before it goes again', async () => {
    const there = await emulated({ faults: [lost('before')] });
    await make(there);
    const made = calls(there).map((call) => call.replace(/ \S+$/, ''));
    const [first, second] = made.flatMap((call, at) => (call === 'POST /datacenters/*/servers' ? [at] : []));
    const look = ['GET /datacenters/*/servers', 'GET /requests', 'GET /datacenters/*/servers'];
    expect(made.slice((first ?? 0) + 1, second)).toEqual([...look, ...look]);
    const asked = there.emulator.log.find(({ path }) => path.startsWith('/requests?'))?.path;
    expect(asked).toContain('filter.method=POST&filter.body=i1&depth=2');
  });

  test('whose server no list shows yet is found by its request', async () => {
    const there = await emulated({ faults: [lost('after')], lagMs: 600 });
    const machine = await clientOf(there.emulator, { quietMs: 2000 }).make(ionosOrder(), marker(), QUIET);
    expect(machine).toMatchObject({ state: 'RUNNING' });
    expect(orders(there)).toBe(1);
  });

  test('of which nothing can be seen at first is found when the quiet window is over', async () => {
    const there = await emulated({ faults: [lost('after')], lagMs: 400, takesMs: { show_request: 400 } });
    const machine = await clientOf(there.emulator, { quietMs: 1000 }).make(ionosOrder(), marker(), QUIET);
    expect(machine).toMatchObject({ state: 'RUNNING' });
    expect(orders(there)).toBe(1);
  });

  test('of a request that could not be done leaves nothing', async () => {
    const there = await emulated({ faults: [lost('after')], endsIn: { create_server: 'VDC-5-601' } });
    await expect(make(there)).rejects.toMatchObject({
      failure: 'capacity',
      message: expect.stringContaining('VDC-5-601'),
    });
    expect(there.emulator.vendor.billables()).toEqual([]);
    expect(orders(there)).toBe(1);
  });

  test('is not taken for one that failed before under the same intent', async () => {
    const there = await emulated({ endsIn: { create_server: 'VDC-5-1091' } });
    await expect(make(there)).rejects.toMatchObject({ failure: 'transient' });
    Object.assign(there.emulator.knobs, { endsIn: {}, faults: [lost('before')] });
    expect(await make(there)).toMatchObject({ state: 'RUNNING' });
    expect(orders(there)).toBe(3);
  });

  test('twice is unclear, and is not tried a third time', async () => {
    const there = await emulated({ faults: [lost('before', 'drop', 9)] });
    await expect(make(there)).rejects.toMatchObject({
      failure: 'ambiguous',
      hint: expect.stringContaining('console'),
    });
    expect(orders(there)).toBe(2);
  });

  test('twice is settled by the next run: nothing is there, and it is made once', async () => {
    const there = await emulated({ faults: [lost('before', '500', 2)] });
    await expect(make(there)).rejects.toMatchObject({ failure: 'ambiguous' });
    expect(await observe(there)).toEqual({ found: 'nothing' });
    expect(await make(there)).toMatchObject({ state: 'RUNNING' });
    expect(there.emulator.vendor.servers.all.size).toBe(1);
  });

  test('twice, of which the first took effect late, is found by the next run', async () => {
    const there = await emulated({
      faults: [{ ...lost('before', '500'), lateMs: 450 }, lost('before', '500')],
    });
    await expect(make(there)).rejects.toMatchObject({ failure: 'ambiguous' });
    const next = clientOf(there.emulator, { quietMs: 1000 });
    expect(await next.observe(intentFor('i1', 'web-01'), 'acme')).toMatchObject({ found: 'ours' });
    expect(there.emulator.vendor.servers.all.size).toBe(1);
  });

  test('where nobody answers afterwards either is unclear', async () => {
    const looks: EmulatedFault = { on: 'GET /requests', skip: 1, answer: '403' };
    const there = await emulated({ faults: [lost('after'), looks] });
    await expect(make(there)).rejects.toMatchObject({ failure: 'ambiguous' });
    expect(orders(there)).toBe(1);
  });

  test('while somebody stops it is unclear', async () => {
    const there = await emulated({ faults: [lost('before')] });
    const isLookedFor = () => {
      const all = calls(there).map((call) => call.split(' ').slice(0, 2).join(' '));
      return (
        all.lastIndexOf('GET /requests') > all.indexOf('POST /datacenters/*/servers') && orders(there) > 0
      );
    };
    const provider = clientOf(there.emulator, { quietMs: 60_000 });
    await expect(provider.make(ionosOrder(), marker(), stoppedOnce(isLookedFor))).rejects.toMatchObject({
      failure: 'ambiguous',
    });
  });
});

test('a server of the same name that does not carry our mark is never ours', async () => {
  const there = await emulated();
  const { servers, centres } = there.emulator.vendor;
  const [centre] = [...centres.all.values()];
  if (!centre) throw new Error('no virtual data centre');
  const properties = { name: 'web-01-i1', cores: 4, ram: 8192, cpuFamily: 'INTEL_SKYLAKE' };
  const strange = servers.stand(centre, { properties });
  expect(await observe(there)).toEqual({ found: 'nothing' });
  const machine = await make(there);
  expect(machine.id).not.toBe(strange.id);
  expect(servers.all.size).toBe(2);
});

describe('after a run that died', () => {
  test('while its request goes on, the machine is found by the next one', async () => {
    const there = await emulated({ takesMs: { create_server: 60_000 } });
    const { id } = await make(there, {}, stoppedWaiting(there));
    expect(await observe(there)).toMatchObject({ found: 'ours', machine: { id, marker: marker() } });
    there.emulator.clock.advance(59_800);
    expect(await clientOf(there.emulator).make(ionosOrder(), marker(), QUIET)).toMatchObject({
      id,
      state: 'RUNNING',
    });
    expect(orders(there)).toBe(1);
  });

  test('before its server could be seen, the order is not sent again', async () => {
    const there = await emulated({ lagMs: 1200 });
    const { id } = await make(there, {}, stoppedWaiting(there));
    const next = clientOf(there.emulator, { quietMs: 3000 });
    expect(await next.make(ionosOrder(), marker(), QUIET)).toMatchObject({ id, state: 'RUNNING' });
    expect(orders(there)).toBe(1);
  });

  test('before anything could be seen, it waits for the quiet window before it says that there is nothing', async () => {
    const there = await emulated({ lagMs: 300, takesMs: { show_request: 300, create_server: 2000 } });
    const { id } = await make(there, {}, stoppedWaiting(there));
    const next = clientOf(there.emulator, { quietMs: 600 });
    expect(await next.observe(intentFor('i1', 'web-01'), 'acme')).toMatchObject({
      found: 'ours',
      machine: { id },
    });
  });

  test.each(['server', 'volume'] as const)(
    'what is left of a request that failed goes (%s), and there is nothing',
    async (halfMade) => {
      const there = await emulated({
        takesMs: { create_server: 60_000 },
        endsIn: { create_server: 'VDC-5-601' },
      });
      there.emulator.vendor.servers.halfMade = halfMade;
      await make(there, {}, stoppedWaiting(there));
      there.emulator.clock.advance(60_000);
      expect(await observe(there)).toEqual({ found: 'nothing' });
      expect(there.emulator.vendor.billables()).toEqual([]);
    },
  );
});
