import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Intent } from '../../src/model/intent.ts';
import type { Machine, MachineOrder } from '../../src/model/machine.ts';
import type { Provider } from '../../src/providers/provider.ts';

/** A provider of one test, and how to clear it away. */
export interface ProviderUnderTest {
  readonly provider: Provider;
  /** Puts a machine there that nobody of ours made, and gives its id; absent where none can be. */
  stray?(name: string): Promise<string>;
  /** What its orders ask for, in its own words; absent, what `orderFor` says. */
  readonly parameters?: MachineOrder['parameters'];
  /** Where they ask for it; absent, where `orderFor` says. */
  readonly region?: string;
  /** Lets time pass until a day is over, `YYYY-MM-DD`; absent where what is given back is gone at once. */
  letPass?(day: string): void;
  dispose(): void | Promise<void>;
}

const FLEET = 'acme';
const QUIET = new AbortController().signal;

/** What is asked of a provider under one intent. */
export function orderFor(name: string): MachineOrder {
  return {
    name,
    region: 'fsn1',
    parameters: { server_type: 'cpx31' },
    image: null,
    sshKeys: [],
    userData: null,
    price: { monthly: 10, setup: 0, currency: 'EUR' },
  };
}

/** An intent to make a machine, or to give one back. */
export function intentFor(id: string, name: string, machine?: Machine): Intent {
  const object = { kind: 'Host', key: name, metadata: { name, protect: false }, spec: {} } as const;
  const made = machine && { ...object, status: { machine: machine.id, uid: machine.marker?.uid } };
  return {
    id,
    uid: machine?.marker?.uid ?? `uid-${id}`,
    step: {
      id: `${machine ? 'delete' : 'create'}:Host/${name}`,
      verb: machine ? 'delete' : 'create',
      address: `Host/${name}`,
      provider: 'there',
      summary: '',
      effect: {
        of: 'object',
        before: made ?? null,
        after: machine ? null : { ...object, status: {} },
      },
      notes: [],
    },
    request: 'sha256:0',
    epoch: 1,
    plan: 'sha256:1',
    desired: 'tree',
    since: new Date().toISOString(),
    unresolved: null,
  };
}

/** What every provider must do, whatever its machines are made of. */
export function providerSuite(
  name: string,
  open: () => ProviderUnderTest | Promise<ProviderUnderTest>,
): void {
  describe(`the provider ${name}`, () => {
    let opened: ProviderUnderTest;
    let provider: Provider;
    beforeEach(async () => {
      opened = await open();
      provider = opened.provider;
    });
    afterEach(() => opened.dispose());

    const ordered = (name: string): MachineOrder => {
      const { parameters, region } = opened;
      return {
        ...orderFor(name),
        ...(parameters && { parameters }),
        ...(region !== undefined && { region }),
      };
    };
    const make = (intent: string, host: string): Promise<Machine> =>
      provider.make(ordered(host), { fleet: FLEET, intent, uid: `uid-${intent}` }, QUIET);

    test('makes what is ordered, and marks it as ours from the first moment', async () => {
      const machine = await make('i1', 'web-01');
      expect(machine).toMatchObject({
        name: 'web-01',
        marker: { fleet: FLEET, intent: 'i1', uid: 'uid-i1' },
      });
      expect(await provider.list(FLEET)).toEqual([machine]);
    });

    test('asked twice under one intent, makes one machine', async () => {
      const [first, second] = await Promise.all([make('i1', 'web-01'), make('i1', 'web-01')]);
      const third = await make('i1', 'web-01');
      expect([second.id, third.id]).toEqual([first.id, first.id]);
      expect(await provider.list(FLEET)).toHaveLength(1);
    });

    test('observes what an order made, and nothing before it', async () => {
      expect(await provider.observe(intentFor('i1', 'web-01'), FLEET)).toEqual({ found: 'nothing' });
      const machine = await make('i1', 'web-01');
      expect(await provider.observe(intentFor('i1', 'web-01'), FLEET)).toEqual({ found: 'ours', machine });
    });

    test('takes no machine of the same name for ours', async () => {
      await make('i1', 'web-01');
      const { found } = await provider.observe(intentFor('i2', 'web-01'), FLEET);
      expect(found).not.toBe('ours');
    });

    test('lists the machines of one fleet and of no other', async () => {
      await make('i1', 'web-01');
      expect(await provider.list('another')).toEqual([]);
    });

    test('gives back what is ours; given back twice is given back once', async () => {
      const machine = await make('i1', 'web-01');
      const farewell = { machine: machine.id, fleet: FLEET, uid: 'uid-i1' };
      const removal = await provider.remove(farewell, QUIET);
      expect(await provider.remove(farewell, QUIET)).toEqual(removal);
      if (!removal.gone) {
        expect(removal.until).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(await provider.list(FLEET)).toHaveLength(1);
        opened.letPass?.(removal.until);
      }
      expect(await provider.remove(farewell, QUIET)).toEqual({ gone: true });
      expect(await provider.list(FLEET)).toEqual([]);
      expect(await provider.observe(intentFor('i3', 'web-01', machine), FLEET)).toEqual({ found: 'nothing' });
    });

    test('observes a machine that is still to be given back', async () => {
      const machine = await make('i1', 'web-01');
      expect(await provider.observe(intentFor('i3', 'web-01', machine), FLEET)).toEqual({
        found: 'ours',
        machine,
      });
    });

    test('never gives back what carries another mark', async () => {
      const machine = await make('i1', 'web-01');
      await expect(
        provider.remove({ machine: machine.id, fleet: FLEET, uid: 'uid-of-another' }, QUIET),
      ).rejects.toMatchObject({ name: 'ProviderFailure', failure: 'fatal' });
      expect(await provider.list(FLEET)).toHaveLength(1);
    });

    test('says of an order where it is to be had and for how much, without effect', async () => {
      const [quote] = await provider.preflight([{ step: 'a', order: ordered('web-01') }], FLEET);
      expect(quote).toMatchObject({ step: 'a', objection: null });
      expect(await provider.list(FLEET)).toEqual([]);
    });

    test('configures and starts what it made; done again, nothing changes', async () => {
      const machine = await make('i1', 'web-01');
      const marker = { fleet: FLEET, intent: 'i1', uid: 'uid-i1' };
      const connected = await provider.connect(machine, ordered('web-01'), marker, QUIET);
      expect(connected.addresses.length).toBeGreaterThan(0);
      expect(await provider.connect(connected, ordered('web-01'), marker, QUIET)).toEqual(connected);
      const started = await provider.bootstrap(connected, ordered('web-01'), marker, QUIET);
      expect(await provider.bootstrap(started, ordered('web-01'), marker, QUIET)).toEqual(started);
      expect(started.id).toBe(machine.id);
      expect(await provider.list(FLEET)).toHaveLength(1);
    });

    test('counts whatever stands there in its census', async () => {
      const { id } = await make('i1', 'web-01');
      expect((await provider.census()).map(({ machine }) => machine.id)).toEqual([id]);
    });

    test('takes over a machine that stands there, and none that is marked as of another', async () => {
      if (!provider.capabilities.adopts || !opened.stray) return;
      const stray = await opened.stray('old-01');
      const order = { ...ordered('old-01'), adopt: stray };
      const marker = { fleet: FLEET, intent: 'i1', uid: 'uid-i1' };
      expect(await provider.make(order, marker, QUIET)).toMatchObject({ id: stray, marker });
      expect(await provider.make(order, marker, QUIET)).toMatchObject({ id: stray });
      await expect(
        provider.make(order, { fleet: 'another', intent: 'i2', uid: 'uid-i2' }, QUIET),
      ).rejects.toMatchObject({ failure: 'profile' });
    });

    test('takes a machine of its own fleet back for the object that it is of, and for no other', async () => {
      if (!provider.capabilities.adopts) return;
      const { id } = await make('i1', 'web-01');
      const order = { ...ordered('web-01'), adopt: id };
      await expect(
        provider.make(order, { fleet: FLEET, intent: 'i2', uid: 'uid-of-another' }, QUIET),
      ).rejects.toMatchObject({ failure: 'profile' });
      const [quote] = await provider.preflight([{ step: 'a', order }], FLEET);
      expect(quote).toMatchObject({ objection: null });

      const { step, ...intent } = intentFor('i2', 'web-01');
      const again = { ...intent, uid: 'uid-i1', step: { ...step, order } };
      expect(await provider.observe(again, FLEET)).toEqual({ found: 'nothing' });
      const marker = { fleet: FLEET, intent: 'i2', uid: 'uid-i1' };
      const taken = await provider.make(order, marker, QUIET);
      expect(taken).toMatchObject({ id, name: 'web-01', marker });
      expect(await provider.make(order, marker, QUIET)).toMatchObject({ id, marker });
      expect(await provider.list(FLEET)).toMatchObject([{ id, marker }]);
      expect(await provider.observe(again, FLEET)).toMatchObject({ found: 'ours', machine: { id, marker } });
      expect(await provider.remove({ machine: id, fleet: FLEET, uid: 'uid-i1' }, QUIET)).toEqual({
        gone: true,
      });
    });

    test('stopped before a request is sent, it had no effect', async () => {
      const stopped = AbortSignal.abort();
      await expect(
        provider.make(ordered('web-01'), { fleet: FLEET, intent: 'i1', uid: 'u' }, stopped),
      ).rejects.toMatchObject({ failure: 'transient' });
      expect(await provider.list(FLEET)).toEqual([]);
    });
  });
}
