import { describe, expect, test } from '@jest/globals';
import type { MachineOrder, Marker } from '../../../src/model/machine.ts';
import type { EmulatedFault } from '../../emulators/knobs.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { intentFor, orderFor } from '../../conformance/provider.ts';
import type { Emulated } from './emulated.ts';
import { clientOf, emulatedInTests, orders } from './emulated.ts';

const QUIET = new AbortController().signal;
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

describe('a reply that is lost', () => {
  test.each([
    ['after the effect', lost('after'), 1],
    ['before the effect', lost('before'), 2],
    ['with an error of the server after the effect', lost('after', 'server_error'), 1],
    ['with a timeout before the effect', lost('before', 'timeout'), 2],
    ['with a service that is not available after the effect', lost('after', 'unavailable'), 1],
    ['with words of a gateway after the effect', lost('after', { status: 502, body: '<html>' }), 1],
  ])('%s makes one machine', async (_when, fault, asked) => {
    const there = await emulated({ faults: [fault] });
    const machine = await make(there);
    expect(machine).toMatchObject({ state: 'running', marker: marker('i1') });
    expect(await there.provider.list('acme')).toEqual([machine]);
    expect(orders(there)).toBe(asked);
  });

  test('and cannot be seen yet is adopted once the name says that it is there', async () => {
    const there = await emulated({ faults: [lost('after')], lagMs: 900 });
    expect(await make(there)).toMatchObject({ state: 'running' });
    expect(orders(there, 409)).toBeGreaterThan(0);
    expect(there.emulator.vendor.servers.all.size).toBe(1);
  });

  test('of an order that the vendor could not carry out leaves nothing', async () => {
    const there = await emulated({
      faults: [lost('after')],
      takesMs: { create_server: 200 },
      endsIn: { create_server: 'resource_unavailable' },
    });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
    expect(there.emulator.vendor.servers.all.size).toBe(0);
  });

  test('of an order that came to nothing before anybody looked leaves nothing', async () => {
    const there = await emulated({
      faults: [lost('after')],
      takesMs: { create_server: 0 },
      endsIn: { create_server: 'resource_unavailable' },
    });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
    expect(there.emulator.vendor.servers.all.size).toBe(0);
  });

  test('where nobody answers afterwards either is unclear', async () => {
    const stopping = new AbortController();
    const there = await emulated({ faults: [lost('after'), { on: 'GET /servers', answer: 'forbidden' }] });
    await expect(make(there, {}, 'i1', stopping.signal)).rejects.toMatchObject({ failure: 'ambiguous' });
  });

  test('a place that has become full meanwhile is told once it is sure that nothing was made', async () => {
    const there = await emulated({ faults: [lost('before'), lost('before', 'resource_unavailable')] });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
  });
});

describe('after a run that died', () => {
  const observe = ({ emulator }: Emulated, quietMs = 600) =>
    clientOf(emulator, { quietMs }).observe(intentFor('i1', 'web-01'), 'acme');
  /** Asks as a run does that dies before it hears anything, or looks. */
  const askAndDie = async (there: Emulated) => {
    there.emulator.knobs.faults = [
      ...there.emulator.knobs.faults,
      { on: 'GET /servers', times: 1, answer: 'forbidden' },
    ];
    await expect(make(there)).rejects.toMatchObject({ failure: 'ambiguous' });
  };

  test('what takes effect late is waited for before anybody says that there is nothing', async () => {
    const there = await emulated({ faults: [{ ...lost('before', 'server_error'), lateMs: 250 }] });
    await askAndDie(there);
    expect(there.emulator.vendor.servers.all.size).toBe(0);
    expect(await observe(there)).toMatchObject({ found: 'ours', machine: { marker: marker('i1') } });
  });

  test('what takes effect even later is found by its name, under the same intent', async () => {
    const there = await emulated({ faults: [{ ...lost('before', 'server_error'), lateMs: 3_600_000 }] });
    await askAndDie(there);
    expect(await observe(there, 10)).toEqual({ found: 'nothing' });
    there.emulator.clock.advance(3_600_000);
    expect(await clientOf(there.emulator).make(orderFor('web-01'), marker('i1'), QUIET)).toMatchObject({
      marker: marker('i1'),
    });
    expect(orders(there, 409)).toBe(1);
    expect(there.emulator.vendor.servers.all.size).toBe(1);
  });

  test('that nothing of the name is there is found with two looks', async () => {
    const there = await emulated();
    expect(await observe(there, 10)).toEqual({ found: 'nothing' });
    expect(there.emulator.log.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/servers?label_selector=stowage-fleet==acme,stowage-intent==i1&page=1&per_page=50',
      '/servers?name=web-01&page=1&per_page=50',
    ]);
  });
});
