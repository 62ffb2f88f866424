import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Intent } from '../../src/model/intent.ts';
import type { Machine, MachineOrder } from '../../src/model/machine.ts';
import type { Provider } from '../../src/providers/provider.ts';

/** A provider of one test, and how to clear it away. */
export interface ProviderUnderTest {
  readonly provider: Provider;
  dispose(): void;
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
export function providerSuite(name: string, open: () => ProviderUnderTest): void {
  describe(`the provider ${name}`, () => {
    let opened: ProviderUnderTest;
    let provider: Provider;
    beforeEach(() => {
      opened = open();
      provider = opened.provider;
    });
    afterEach(() => opened.dispose());

    const make = (intent: string, host: string): Promise<Machine> =>
      provider.make(orderFor(host), { fleet: FLEET, intent, uid: `uid-${intent}` }, QUIET);

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
      await provider.remove(farewell, QUIET);
      await provider.remove(farewell, QUIET);
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

    test('stopped before a request is sent, it had no effect', async () => {
      const stopped = AbortSignal.abort();
      await expect(
        provider.make(orderFor('web-01'), { fleet: FLEET, intent: 'i1', uid: 'u' }, stopped),
      ).rejects.toMatchObject({ failure: 'transient' });
      expect(await provider.list(FLEET)).toEqual([]);
    });
  });
}
