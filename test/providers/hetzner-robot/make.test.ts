import { describe, expect, test } from '@jest/globals';
import type { MachineOrder, Marker } from '../../../src/model/machine.ts';
import { Secret } from '../../../src/model/secret.ts';
import { orderKeyFor } from '../../../src/providers/hetzner-robot/order-key.ts';
import type { EmulatedFault } from '../../emulators/knobs.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { intentFor } from '../../conformance/provider.ts';
import { stoppedOnce } from '../../support/stopped-once.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, orders, robotOrder, SECRET } from './emulated.ts';

const QUIET = new AbortController().signal;
const ORDER = '/order/server/transaction';
const DAY_MS = 24 * 3_600_000;
const emulated = emulatedInTests();
reportChecked('hetzner-robot.openapi.json');

const marker = (intent = 'i1'): Marker => ({ fleet: 'acme', intent, uid: `uid-${intent}` });
const make = (there: Emulated, order: Partial<MachineOrder> = {}, intent = 'i1', signal = QUIET) =>
  there.provider.make(robotOrder(order), marker(intent), signal);
const fault = (
  when: 'before' | 'after',
  answer: EmulatedFault['answer'],
  on = `POST ${ORDER}`,
): EmulatedFault => ({
  on,
  when,
  times: 1,
  answer,
});
const observe = ({ provider }: Emulated, intent = 'i1') =>
  provider.observe(intentFor(intent, 'web-01'), 'acme');

describe('an order', () => {
  test('has a key of its own, and says everything in the words of the API', async () => {
    const there = await emulated();
    const parameters = {
      product_id: 'AX41-NVMe',
      dist: 'Debian 13 base',
      lang: 'en',
      addon: ['primary_ipv4'],
    };
    const machine = await make(there, { parameters });
    const key = orderKeyFor(SECRET, marker());
    expect(there.emulator.log.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      [
        ['name', 'stowage-i1.uid-i1'],
        ['data', key.publicKey],
      ],
      [
        ['product_id', 'AX41-NVMe'],
        ['authorized_key[]', key.fingerprint],
        ['location', 'FSN1'],
        ['dist', 'Debian 13 base'],
        ['lang', 'en'],
        ['addon[]', 'primary_ipv4'],
      ],
      [['server_name', 'web-01.stowage.acme.i1.uid-i1']],
    ]);
    expect(machine).toMatchObject({ id: '321001', name: 'web-01', region: 'fsn1', marker: marker() });
    expect(machine.addresses).toEqual([expect.stringMatching(/^198\.18\./), expect.stringMatching(/::2$/)]);
  });

  test('is only tested where nobody allowed orders, and nothing is left of that', async () => {
    const there = await emulated({}, { allowOrders: false });
    await expect(make(there)).rejects.toMatchObject({
      failure: 'permission',
      message: expect.stringContaining('only tested'),
      hint: expect.stringContaining('spec.allowOrders: true'),
    });
    expect(calls(there, 'POST')).toEqual([`POST ${ORDER} 201`]);
    expect(there.emulator.vendor.orders.all).toEqual([]);
  });

  test.each([
    ['is dearer than the cap', { priceCap: 40 }, 'profile', /40\.7 EUR a month, and the price cap is 40 EUR/],
    ['has no cap', { priceCap: undefined }, 'permission', /need a price cap/],
  ])('is refused where it %s, before anything is sent', async (_why, options, failure, message) => {
    const there = await emulated({}, options);
    await expect(make(there)).rejects.toMatchObject({ failure, message: expect.stringMatching(message) });
    expect(calls(there, 'POST')).toEqual([]);
  });

  test('is never sent with a comment, which would have a person carry it out', async () => {
    const there = await emulated();
    await expect(
      make(there, { parameters: { product_id: 'EX44', comment: 'please' } }),
    ).rejects.toMatchObject({
      failure: 'profile',
    });
    expect(orders(there)).toBe(0);
  });

  test.each([
    ['a product there is none of in a region', { stock: { 'AX41-NVMe@FSN1': 0 } }, 'capacity'],
    ['a place that is refused a moment later', { faults: [fault('before', 'CONFLICT')] }, 'capacity'],
    ['a twenty-first order of a day', { quota: { orders: 0 } }, 'quota'],
    ['an order that Hetzner cancels', { endsIn: { order: 'sold out' } }, 'capacity'],
  ])('fails without leaving anything: %s', async (_what, knobs, failure) => {
    const there = await emulated(knobs);
    await expect(make(there)).rejects.toMatchObject({ failure });
    expect(there.emulator.vendor.keys.all.size).toBe(0);
    expect(there.emulator.vendor.billables()).toEqual([]);
    expect(await observe(there)).toEqual({ found: 'nothing' });
  });

  test('that came to nothing in one region goes to the next under the same intent, and only there', async () => {
    const there = await emulated({ endsIn: { 'order@FSN1': 'sold out' } });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
    await expect(make(there)).rejects.toMatchObject({ failure: 'capacity' });
    expect(await make(there, { region: 'hel1' })).toMatchObject({ region: 'hel1', state: 'ready' });
    expect(orders(there)).toBe(2);
  });

  test('has secrets that nobody sees', async () => {
    const there = await emulated();
    await make(there);
    const { privateKey } = orderKeyFor(SECRET, marker());
    expect(JSON.stringify(there.emulator.log)).not.toContain(privateKey.split('\n')[2]);
    expect(orderKeyFor(SECRET, marker('i2')).fingerprint).not.toBe(orderKeyFor(SECRET, marker()).fingerprint);
  });
});

describe('a reply that is lost', () => {
  test.each([
    ['dropped', 'drop' as const],
    ['an error of Robot', 'INTERNAL_ERROR'],
    ['words of a gateway', { status: 502, body: '<html>' }],
  ])('after the effect (%s): the order is found by its key', async (_what, answer) => {
    const there = await emulated({ faults: [fault('after', answer)] });
    expect(await make(there)).toMatchObject({ id: '321001', marker: marker() });
    expect(orders(there)).toBe(1);
  });

  test.each([
    ['dropped', 'drop' as const],
    ['an error of Robot', 'INTERNAL_ERROR'],
  ])('before the effect (%s): nobody can tell, and it is never sent again', async (_what, answer) => {
    const there = await emulated({ faults: [fault('before', answer)] });
    await expect(make(there)).rejects.toMatchObject({ failure: 'ambiguous' });
    expect(await observe(there)).toMatchObject({ found: 'unclear', why: expect.stringContaining('its key') });
    await expect(make(there)).rejects.toMatchObject({ failure: 'ambiguous' });
    await expect(there.another().make(robotOrder(), marker(), QUIET)).rejects.toMatchObject({
      failure: 'ambiguous',
    });
    expect(orders(there)).toBe(1);
  });

  test('of an order that cannot be seen yet stays unclear until it can', async () => {
    const there = await emulated({ faults: [fault('after', 'drop')], lagMs: 60_000 });
    await expect(make(there)).rejects.toMatchObject({ failure: 'ambiguous' });
    expect(await observe(there)).toMatchObject({ found: 'unclear' });
    there.emulator.clock.advance(60_000);
    expect(await observe(there)).toMatchObject({ found: 'ours', machine: { marker: marker() } });
    expect(await make(there)).toMatchObject({ id: '321001' });
    expect(orders(there)).toBe(1);
  });

  test.each([['before'], ['after']] as const)('of a key, %s the effect, costs nothing', async (when) => {
    const there = await emulated({ faults: [fault(when, 'drop', 'POST /key')] });
    const made = make(there);
    if (when === 'before') {
      await expect(made).rejects.toMatchObject({ failure: 'transient' });
      expect(await make(there)).toMatchObject({ id: '321001' });
    } else expect(await made).toMatchObject({ id: '321001' });
    expect(orders(there)).toBe(1);
  });
});

describe('two runs at one intent', () => {
  test('place one order: the key goes to one of them', async () => {
    const there = await emulated({ takesMs: { order: 50 } });
    const runs = [there.another(), there.another(), there.another()];
    const ended = await Promise.allSettled(runs.map((run) => run.make(robotOrder(), marker(), QUIET)));
    expect(orders(there)).toBe(1);
    expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    for (const one of ended) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ failure: 'ambiguous' });
    }
  });
});

describe('an order that takes hours', () => {
  /** Stops whoever waits for it, once it has asked how that is going. */
  const stoppedWaiting = (there: Emulated): AbortSignal => {
    const looks = () => calls(there, `GET ${ORDER}/`).length;
    const before = looks();
    return stoppedOnce(() => looks() > before);
  };

  test('is the answer as it stands when somebody stops it, and is awaited by whoever comes next', async () => {
    const there = await emulated({ takesMs: { order: 5 * 3_600_000 } });
    const machine = await make(there, {}, 'i1', stoppedWaiting(there));
    expect(machine).toMatchObject({
      id: 'transaction:' + there.emulator.vendor.orders.all[0]?.id,
      marker: marker(),
    });
    expect(machine).toMatchObject({ name: 'web-01', state: 'in process', region: 'fsn1' });
    expect(await observe(there)).toEqual({ found: 'ours', machine });
    expect(await there.provider.list('acme')).toMatchObject([{ id: machine.id, marker: marker() }]);
    await expect(
      there.provider.connect(machine, robotOrder(), marker(), stoppedWaiting(there)),
    ).rejects.toMatchObject({ failure: 'transient' });
    there.emulator.clock.advance(5 * 3_600_000);
    const connected = await there.another().connect(machine, robotOrder(), marker(), QUIET);
    expect(connected).toMatchObject({ id: '321001', name: 'web-01', state: 'ready' });
    expect(await there.provider.list('acme')).toEqual([connected]);
    expect(orders(there)).toBe(1);
  });

  test('is awaited without many questions', async () => {
    const there = await emulated({ takesMs: { order: 3_600_000 } });
    setTimeout(() => there.emulator.clock.advance(3_600_000), 1200);
    expect(await make(there)).toMatchObject({ state: 'ready' });
    expect(calls(there, `GET ${ORDER}/`).length).toBeLessThan(12);
  });

  test('and is cancelled meanwhile cannot be gone on with, and says what to do', async () => {
    const there = await emulated({ takesMs: { order: 3_600_000 }, endsIn: { order: 'sold out' } });
    const machine = await make(there, {}, 'i1', stoppedWaiting(there));
    there.emulator.clock.advance(3_600_000);
    await expect(there.provider.connect(machine, robotOrder(), marker(), QUIET)).rejects.toMatchObject({
      failure: 'capacity',
      hint: expect.stringContaining('delete the host'),
    });
    const farewell = { machine: machine.id, fleet: 'acme', uid: 'uid-i1' };
    expect(await there.provider.remove(farewell, QUIET)).toEqual({ gone: true });
  });

  test('cannot be given back before it is delivered', async () => {
    const there = await emulated({ takesMs: { order: 3_600_000 } });
    const machine = await make(there, {}, 'i1', stoppedWaiting(there));
    const farewell = { machine: machine.id, fleet: 'acme', uid: 'uid-i1' };
    await expect(there.provider.remove(farewell, QUIET)).rejects.toMatchObject({ failure: 'transient' });
    there.emulator.clock.advance(3_600_000);
    expect(await there.provider.remove(farewell, QUIET)).toMatchObject({ gone: false });
  });
});

describe('what is known of an intent', () => {
  test('after 30 days is by the name of the server, as Robot has forgotten the order', async () => {
    const there = await emulated();
    const machine = await make(there);
    there.emulator.clock.advance(31 * DAY_MS);
    expect(calls(there, `GET ${ORDER}`).at(-1)).toContain('200');
    expect(await observe(there)).toEqual({ found: 'ours', machine });
    expect(calls(there, `GET ${ORDER} 404`)).toHaveLength(2);
  });

  test('after 30 days without a server is unclear: silence proves nothing any more', async () => {
    const there = await emulated();
    const since = new Date(Date.now() - 30 * DAY_MS).toISOString();
    expect(await there.provider.observe({ ...intentFor('i1', 'web-01'), since }, 'acme')).toMatchObject({
      found: 'unclear',
    });
  });

  test('after the secret of the account was changed is unclear, and nothing is ordered again', async () => {
    const there = await emulated();
    await make(there);
    there.emulator.vendor.servers.all.get(321_001)!.name = '';
    const changed = there.another({
      credentials: () => Promise.resolve(new Secret('emulated-user:another')),
    });
    expect(await changed.observe(intentFor('i1', 'web-01'), 'acme')).toMatchObject({
      found: 'unclear',
      candidates: [{ state: 'ready' }],
    });
    await expect(changed.make(robotOrder(), marker(), QUIET)).rejects.toMatchObject({ failure: 'ambiguous' });
    expect(orders(there)).toBe(1);
  });
});
