import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../src/model/plan.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import { Ledger } from '../../src/apply/ledger.ts';
import { recover } from '../../src/apply/recover.ts';
import { openSandbox } from '../../src/providers/sandbox/open-sandbox.ts';
import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import type { StateStore } from '../../src/state/state-store.ts';
import { planOf } from '../support/planned.ts';
import { apply, occasion } from './apply.ts';
import { hostFleet } from './host-fleet.ts';

const FLEET = hostFleet(['a']);
const WITHOUT_HOST = hostFleet([]);

let sandbox: string;
let store: StateStore;
beforeEach(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'stowage-recover-'));
  store = openMemoryStateStore();
});
afterEach(() => rmSync(sandbox, { recursive: true }));

const next =
  (yaml = FLEET) =>
  (recorded: RecordedState): Plan =>
    planOf(yaml, { recorded });
const machines = () => openSandbox(sandbox).list('test');
const log = (): string[] =>
  readFileSync(join(sandbox, 'log.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { what: string }).what);

/** Applies and dies at a write of outcomes, or right after the intents were written. */
async function applyAndDie(when: 'intents written' | 'outcomes known', yaml = FLEET): Promise<void> {
  const dying: StateStore = {
    ...store,
    async write(base, acts, desired) {
      if (acts.some((act) => 'entry' in act && act.settles !== undefined)) throw new Error('died');
      const after = await store.write(base, acts, desired);
      if (when === 'intents written' && acts.some((act) => 'intents' in act)) throw new Error('died');
      return after;
    },
  };
  await expect(apply(next(yaml), { store: dying, sandbox })).rejects.toThrow('died');
}

describe('an apply after one that died', () => {
  test('goes on with an order that was intended and not sent, under the same intent', async () => {
    await applyAndDie('intents written');
    const [intent] = (await store.read()).intents;
    expect(await machines()).toEqual([]);
    const { events } = await apply(next(), { store, sandbox });
    expect(events[0]).toMatchObject({ type: 'recovered', result: 'not done', address: 'Host/a' });
    expect((await machines())[0]?.marker).toMatchObject({ intent: intent?.id, uid: intent?.uid });
    expect((await store.read()).intents).toEqual([]);
  });

  test('adopts the machine of an order whose outcome was not recorded, and orders no other', async () => {
    await applyAndDie('outcomes known');
    const { events } = await apply(next(), { store, sandbox });
    expect(events[0]).toMatchObject({ type: 'recovered', result: 'done' });
    expect(log()).toEqual(['made']);
    const after = await store.read();
    expect(after.objects.find(({ kind }) => kind === 'Host')?.status).toMatchObject({ state: 'active' });
    expect(planOf(FLEET, { recorded: after }).steps).toEqual([]);
    const told = (await store.journal({ compute: 'a' })).map(({ subject }) => subject).sort();
    expect(told).toEqual([
      'add Host a, small, workspace prod, from pool',
      'bootstrap Host a',
      'configure the networking of Host a',
    ]);
  });

  test('drops an order that nobody wants any more, and the journal says so', async () => {
    await applyAndDie('intents written');
    await apply(next(WITHOUT_HOST), { store, sandbox });
    expect(await machines()).toEqual([]);
    const { intents } = await store.read();
    expect(intents).toEqual([]);
    expect((await store.journal({ compute: 'a' })).map(({ subject }) => subject)).toEqual([
      'could not create Host a',
    ]);
  });

  test.each(['intents written', 'outcomes known'] as const)(
    'gives a machine back once (%s)',
    async (when) => {
      await apply(next(), { store, sandbox });
      await applyAndDie(when, WITHOUT_HOST);
      await apply(next(WITHOUT_HOST), { store, sandbox });
      expect(log()).toEqual(['made', 'removed']);
      const after = await store.read();
      expect(after.intents).toEqual([]);
      expect(planOf(WITHOUT_HOST, { recorded: after }).steps).toEqual([]);
    },
  );

  test('parks what nobody can tell, and goes on with the rest', async () => {
    await applyAndDie('outcomes known');
    const unclear = { faults: [{ on: 'observe', failure: 'ambiguous' }] };
    writeFileSync(join(sandbox, 'behaviour.json'), JSON.stringify(unclear));
    const { events, totals } = await apply(next(), { store, sandbox });
    expect(events[0]).toMatchObject({ type: 'recovered', result: 'unresolved' });
    expect(totals).toMatchObject({ unresolved: 1 });
    expect(log()).toEqual(['made']);
  });

  test.each([
    { when: 'after', result: 'done', then: 'adopts its machine' },
    { when: 'before', result: 'not done', then: 'orders it under the same intent' },
  ] as const)(
    'settles what was parked once its provider can tell: $result (lost $when the effect), so it $then',
    async ({ when, result }) => {
      const faults = [
        { on: 'make', when, failure: 'ambiguous', times: 1 },
        { on: 'observe', failure: 'ambiguous', times: 1 },
      ];
      writeFileSync(join(sandbox, 'behaviour.json'), JSON.stringify({ faults }));
      expect((await apply(next(), { store, sandbox })).totals).toMatchObject({ unresolved: 1 });
      const { events, totals } = await apply(next(), { store, sandbox });
      expect(events.filter(({ type }) => type === 'recovered')).toEqual([]);
      expect(totals).toMatchObject({ unresolved: 1 });
      const [intent] = (await store.read()).intents;
      const settled = await apply(next(), { store, sandbox });
      expect(settled.events[0]).toMatchObject({ type: 'recovered', result, intent: intent?.id });
      expect(settled.totals).toMatchObject({ unresolved: 0, failed: 0 });
      expect(log()).toEqual(['made']);
      expect((await machines())[0]?.marker).toMatchObject({ intent: intent?.id });
    },
  );

  test('leaves what was parked to a person where asking twice may make two machines', async () => {
    writeFileSync(
      join(sandbox, 'behaviour.json'),
      JSON.stringify({ faults: [{ on: 'make', when: 'before', failure: 'ambiguous', times: 1 }] }),
    );
    await apply(next(), { store, sandbox });
    const provider = openSandbox(sandbox);
    const capabilities = { ...provider.capabilities, idempotent: false };
    const ledger = new Ledger({ store, recorded: await store.read(), desired: null });
    const absent = await recover({
      ...occasion(),
      fleet: 'test',
      ledger,
      providerOf: () => Promise.resolve({ ...provider, capabilities }),
      report: () => undefined,
    });
    expect(absent).toEqual([]);
    expect((await store.read()).intents).toMatchObject([{ unresolved: expect.any(String) }]);
  });
});
