import { describe, expect, test } from '@jest/globals';
import type { MachineOrder } from '../../../src/model/machine.ts';
import { Secret } from '../../../src/model/secret.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, robotOrder } from './emulated.ts';

const QUIET = new AbortController().signal;
const MARK = { fleet: 'acme', intent: 'i1', uid: 'uid-i1' };
const emulated = emulatedInTests();
reportChecked('hetzner-robot.openapi.json');

async function quote({ provider }: Emulated, order: Partial<MachineOrder> = {}) {
  return (await provider.preflight([{ step: 's', order: robotOrder(order) }], 'acme'))[0];
}

describe('before anything is ordered, it says', () => {
  test('where it is to be had, and what it costs there with its addons', async () => {
    const there = await emulated({ stock: { 'AX41-NVMe@FSN1': 0 } });
    expect(await quote(there, { fallback: ['hel1'] })).toEqual({
      step: 's',
      region: 'hel1',
      price: { monthly: 41.7, setup: 0, currency: 'EUR' },
      objection: null,
    });
    expect(calls(there, 'POST')).toEqual([]);
  });

  test.each([
    ['a product there is not', { parameters: { product_id: 'AX1' } }, {}, 'profile', /no product AX1/],
    ['a region where it is not to be had', { region: 'nbg1' }, {}, 'capacity', /nbg1/],
    [
      'an addon there is not',
      { parameters: { product_id: 'EX44', addon: 'primary_ipv5' } },
      {},
      'profile',
      /addon primary_ipv5/,
    ],
    ['a system there is not', { parameters: { product_id: 'EX44', dist: 'DOS' } }, {}, 'profile', /dist DOS/],
    [
      'a price above the cap',
      {},
      { priceCap: 30 },
      'profile',
      /40\.7 EUR a month, and the price cap is 30 EUR/,
    ],
    ['no cap', {}, { priceCap: undefined }, 'permission', /price cap/],
    ['that orders are only tested', {}, { allowOrders: false }, 'permission', /only be tested/],
    ['a machine to take over', { adopt: '321001' }, {}, 'profile', /takes over no machine/],
    [
      'a price in another currency',
      { price: { monthly: 1, setup: 0, currency: 'USD' } },
      {},
      'profile',
      /USD/,
    ],
  ])('%s', async (_what, order, options, failure, message) => {
    const there = await emulated({}, options);
    expect(await quote(there, order)).toMatchObject({
      objection: { failure, message: expect.stringMatching(message) },
    });
  });

  test('how many orders a day are left, those before in the list counted', async () => {
    const there = await emulated();
    for (let nth = 0; nth < 19; nth++)
      there.emulator.vendor.orders.place(new URLSearchParams({ product_id: 'EX44' }));
    const asked = ['a', 'b'].map((step) => ({ step, order: robotOrder() }));
    expect(await there.provider.preflight(asked, 'acme')).toMatchObject([
      { objection: null },
      { objection: { failure: 'quota' } },
    ]);
    there.emulator.vendor.orders.all.splice(0);
  });
});

describe('credentials that are refused', () => {
  const wrong = (there: Emulated, text: string) =>
    there.another({ credentials: () => Promise.resolve(new Secret(text)) });

  test('are tried once, however much is asked at once and by however many, so that the address is not blocked', async () => {
    const there = await emulated({ scope: 'none' });
    const asked = [{ step: 's', order: robotOrder() }];
    const [one, other] = [wrong(there, 'user:wrong'), wrong(there, 'user:wrong')];
    const quotes = await Promise.all([1, 2, 3, 4].map(() => one.preflight(asked, 'acme')));
    for (const [quote] of quotes) expect(quote).toMatchObject({ objection: { failure: 'permission' } });
    await expect(other.make(robotOrder(), MARK, QUIET)).rejects.toMatchObject({ failure: 'permission' });
    await expect(one.list('acme')).rejects.toMatchObject({ failure: 'permission' });
    expect(calls(there).length).toBeLessThan(3);
    there.emulator.knobs.scope = 'write';
    expect(await there.provider.list('acme')).toEqual([]);
  });

  test('three times block the address for ten minutes, as Robot has it', async () => {
    const there = await emulated({ scope: 'none' });
    for (const nth of [1, 2, 3])
      await wrong(there, `user:wrong-${nth}`)
        .list('acme')
        .catch(() => undefined);
    there.emulator.knobs.scope = 'write';
    await expect(wrong(there, 'user:right-but-late').list('acme')).rejects.toMatchObject({
      failure: 'permission',
    });
    there.emulator.clock.advance(10 * 60_000);
    expect(await there.provider.list('acme')).toEqual([]);
  });

  test('that are not user:password are not sent at all', async () => {
    const there = await emulated();
    const error = await wrong(there, 'only-a-token')
      .list('acme')
      .catch((why: unknown) => why);
    expect(error).toMatchObject({ failure: 'permission', message: expect.stringContaining('user:password') });
    expect(String(error)).not.toContain('only-a-token');
    expect(calls(there)).toEqual([]);
  });
});

describe('the rate limit, which is a 403', () => {
  test('of a short time is waited for', async () => {
    const there = await emulated({ bucket: { limit: 3, perSecond: 3 } });
    expect(await there.provider.make(robotOrder(), MARK, QUIET)).toMatchObject({ id: '321001' });
    expect(there.emulator.vendor.orders.all).toHaveLength(1);
  });

  test('of an hour is told, with the seconds to wait', async () => {
    const there = await emulated({ bucket: { limit: 1, perSecond: 1 / 3600 } });
    await there.provider.list('acme').catch(() => undefined);
    await expect(there.provider.make(robotOrder(), MARK, QUIET)).rejects.toMatchObject({
      failure: 'transient',
      retryAfter: 3600,
    });
  });
});
