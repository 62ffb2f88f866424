import { describe, expect, test } from '@jest/globals';
import type { MachineOrder } from '../../../src/model/machine.ts';
import { reportChecked } from '../../emulators/report-checked.ts';
import { orderFor } from '../../conformance/provider.ts';
import type { Emulated } from './emulated.ts';
import { calls, emulatedInTests, orders } from './emulated.ts';

const emulated = emulatedInTests();
reportChecked('hetzner-cloud.openapi.json');

const MARK = { fleet: 'acme', intent: 'i1', uid: 'uid-i1' };
const ordersFor = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ step: `s${nth}`, order: orderFor(`web-0${nth + 1}`) }));

async function quote({ provider }: Emulated, order: Partial<MachineOrder> = {}) {
  const [first] = await provider.preflight(
    [{ step: 's', order: { ...orderFor('web-01'), ...order } }],
    'acme',
  );
  return first;
}

describe('before anything is ordered, it says', () => {
  test('where there is room, what it costs there without VAT, and what the machine will have', async () => {
    const there = await emulated({ stock: { 'cpx31@fsn1': 0 } });
    expect(await quote(there, { fallback: ['ash', 'nbg1'] })).toEqual({
      step: 's',
      region: 'ash',
      price: { monthly: 14.6, setup: 0, currency: 'EUR' },
      resources: { cores: 4, memory: 8192, nvme: 160 },
      objection: null,
    });
  });

  test('that there is no room anywhere', async () => {
    const there = await emulated({ stock: { 'cpx31@fsn1': 0, 'cpx31@nbg1': 0 } });
    expect(await quote(there, { fallback: ['nbg1'] })).toMatchObject({
      region: null,
      objection: { failure: 'capacity', message: 'Hetzner Cloud has no cpx31 left in fsn1, nbg1' },
    });
  });

  test.each([
    ['a type there is not', { parameters: { server_type: 'cpx311' } }, 'cpx311', 'did you mean cpx31?'],
    ['a type that is retired', { parameters: { server_type: 'cx11' } }, 'cx11', 'nowhere any more'],
    [
      'a type that is not offered there',
      { parameters: { server_type: 'cax11' }, region: 'ash' },
      'cax11',
      'fsn1, hel1',
    ],
    ['a place there is not', { region: 'fsn' }, 'fsn', 'did you mean fsn1?'],
    ['an image there is not', { image: 'debian-99' }, 'debian-99', 'correct'],
    ['a key there is not', { sshKeys: ['ops'] }, 'ops', 'correct'],
    [
      'a parameter there is not',
      { parameters: { server_type: 'cpx31', networs: [1] } },
      'networs',
      'networks',
    ],
    ['a machine to take over that there is not', { adopt: '99' }, '99', 'spec.adopt'],
  ])('that it knows no %s', async (_what, order, words, hint) => {
    expect(await quote(await emulated(), order)).toMatchObject({
      price: null,
      objection: {
        failure: 'profile',
        message: expect.stringContaining(words),
        hint: expect.stringContaining(hint),
      },
    });
  });

  test('until when a type is to be had in the place where the order goes, and only of that place', async () => {
    const parameters = { server_type: 'cpx21' };
    const withdrawals = async (order: Partial<MachineOrder>) =>
      (await quote(await emulated(), { parameters, ...order }))?.withdrawals;
    expect(await withdrawals({ region: 'nbg1' })).toEqual([
      { what: 'server type cpx21 in nbg1', parameter: 'server_type', until: '2099-06-30' },
    ]);
    expect(await withdrawals({ region: 'hel1' })).toBeUndefined();
    expect(await withdrawals({ region: null })).toBeUndefined();
  });

  test('that an image is on its way out, which can still be had', async () => {
    const there = await emulated();
    expect(await quote(there, { image: 'debian-11' })).toMatchObject({
      withdrawals: [{ what: 'image debian-11', parameter: 'image', until: null }],
      objection: null,
    });
  });

  test('that a type is offered nowhere any more, also where the place is left to the vendor', async () => {
    expect(
      await quote(await emulated(), { parameters: { server_type: 'cx11' }, region: null }),
    ).toMatchObject({
      objection: { failure: 'profile', message: 'Hetzner Cloud offers cx11 nowhere any more' },
    });
  });

  test('what a machine has that is taken over', async () => {
    const there = await emulated();
    const { server } = there.emulator.vendor.servers.create({
      name: 'old',
      server_type: 'cx22',
      image: 'debian-13',
    });
    const taken = { adopt: String(server.id), parameters: { server_type: 'cx22' } };
    expect(await quote(there, taken)).toMatchObject({ resources: { cores: 2, memory: 4096, nvme: 40 } });
  });

  test('that the name is taken by somebody else', async () => {
    const there = await emulated();
    there.emulator.vendor.servers.create({ name: 'web-01', server_type: 'cx22', image: 'debian-13' });
    expect(await quote(there)).toMatchObject({
      objection: { failure: 'fatal', message: expect.stringContaining('stowage did not make it') },
    });
  });

  test.each([1, 6])(
    'that a machine of this very fleet has the name, though no record knows it (%i orders)',
    async (count) => {
      const there = await emulated();
      await there.provider.make(orderFor('web-01'), MARK, new AbortController().signal);
      const before = calls(there).length;
      const quotes = await there.provider.preflight(ordersFor(count), 'acme');
      expect(calls(there).slice(before).length).toBeLessThan(8);
      expect(quotes.slice(1).map(({ objection }) => objection)).toEqual(Array(count - 1).fill(null));
      expect(quotes[0]).toMatchObject({
        objection: {
          failure: 'fatal',
          message:
            'conflict: server 42000000 has the name web-01 already; ' +
            'it carries the mark of this very fleet, for web-01 by intent i1, and no record knows it',
          hint: expect.stringContaining('git fetch'),
        },
      });
    },
  );

  test('nothing against a machine that the very same order made, or that is being deleted', async () => {
    const there = await emulated();
    await there.provider.make(orderFor('web-01'), MARK, new AbortController().signal);
    const [begun] = await there.provider.preflight(
      ordersFor(1).map((asked) => ({ ...asked, intents: ['i1'] })),
      'acme',
    );
    expect(begun).toMatchObject({ objection: null });
    for (const server of there.emulator.vendor.servers.all.values()) server.status = 'deleting';
    expect(await quote(there)).toMatchObject({ objection: null });
  });

  test.each(['read', 'none'] as const)('that a token allows too little (%s)', async (scope) => {
    const there = await emulated({ scope });
    expect(await quote(there)).toMatchObject({ objection: { failure: 'permission' } });
  });

  test('all of it with one look, however many orders there are', async () => {
    const there = await emulated();
    const many = Array.from({ length: 200 }, (_, nth) => ({
      step: `s${nth}`,
      order: orderFor(`web-${nth}`),
    }));
    expect(await there.provider.preflight(many, 'acme')).toHaveLength(200);
    expect(calls(there).length).toBeLessThan(8);
    expect(orders(there)).toBe(0);
    expect(there.emulator.vendor.keys.all).toEqual([]);
  });
});
