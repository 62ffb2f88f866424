import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../../src/model/machine.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Behaviour } from '../../src/providers/sandbox/behaviour.ts';
import { openSandbox } from '../../src/providers/sandbox/open-sandbox.ts';
import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import type { StateStore } from '../../src/state/state-store.ts';
import { planOf } from '../support/planned.ts';
import { apply, of } from './apply.ts';
import { hostFleet } from './host-fleet.ts';

const FLEET = hostFleet(['a', 'b', 'c']);
const WITHOUT_B = hostFleet(['a', 'c']);

let sandbox: string;
let store: StateStore;
beforeEach(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'stowage-orders-'));
  store = openMemoryStateStore();
});
afterEach(() => rmSync(sandbox, { recursive: true }));

const behave = (behaviour: Behaviour): void =>
  writeFileSync(join(sandbox, 'behaviour.json'), JSON.stringify(behaviour));
const machines = (): Promise<Machine[]> => openSandbox(sandbox).list('test');
const next = async (yaml = FLEET): Promise<Plan> => planOf(yaml, { recorded: await store.read() });
const made = (): number => readFileSync(join(sandbox, 'log.ndjson'), 'utf8').match(/"made"/g)?.length ?? 0;
const statusOf = async (host: string) =>
  (await store.read()).objects.find(({ kind, key }) => kind === 'Host' && key === host)?.status;

describe('ordering hosts', () => {
  test('makes each machine once and records what it is', async () => {
    const { totals } = await apply(await next(), { store, sandbox });
    expect(totals).toMatchObject({ steps: 7, failed: 0, skipped: 0, unresolved: 0 });
    const [first, ...others] = await machines();
    expect(others).toHaveLength(2);
    expect(await statusOf(first?.name ?? '')).toEqual({
      state: 'active',
      uid: first?.marker?.uid,
      provider: 'pool',
      machine: first?.id,
      addresses: first?.addresses,
      intent: first?.marker?.intent,
      price: { monthly: 20, setup: 0, currency: 'EUR' },
    });
    expect((await next()).steps).toEqual([]);
    expect((await store.read()).intents).toEqual([]);
  });

  test('writes the intents of all before it asks for any, then what came of them', async () => {
    const { events } = await apply(await next(), { store, sandbox });
    const told = events.map(({ type }) => type).filter((type) => type === 'recording' || type === 'begun');
    expect(told.slice(0, 4)).toEqual(['recording', 'begun', 'begun', 'begun']);
  });

  test('asks for no more at once than it may', async () => {
    behave({ latencyMs: [5, 15] });
    let underWay = 0;
    let most = 0;
    await apply(await next(), {
      store,
      sandbox,
      parallelism: 2,
      onEvent: ({ type, ...event }) => {
        if (type === 'begun') most = Math.max(most, ++underWay);
        if (type === 'done' && 'provider' in event && event.provider !== null) underWay--;
      },
    });
    expect(most).toBe(2);
    expect(await machines()).toHaveLength(3);
  });

  test('every order tells the journal of its host', async () => {
    await apply(await next(), { store, sandbox });
    const entries = (await store.journal({ compute: 'a' })).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(entries.map(({ subject }) => subject)).toEqual([
      'add Host a, small, workspace prod, from pool',
      'configure the networking of Host a',
      'bootstrap Host a',
    ]);
    expect(entries.map(({ category }) => category)).toEqual(['hardware', 'hardware', 'hardware']);
    expect(entries[0]?.content).toMatch(/^as machine sbx-/);
  });
});

describe('giving hosts back', () => {
  test('removes the machine, then the record', async () => {
    await apply(await next(), { store, sandbox });
    const { totals } = await apply(await next(WITHOUT_B), {
      store,
      sandbox,
    });
    expect(totals).toMatchObject({ steps: 1, failed: 0 });
    expect((await machines()).map(({ name }) => name).sort()).toEqual(['a', 'c']);
    expect(await statusOf('b')).toBeUndefined();
  });

  test('a machine that is gone already is no fault', async () => {
    await apply(await next(), { store, sandbox });
    rmSync(join(sandbox, 'machines'), { recursive: true });
    const { totals } = await apply(await next(WITHOUT_B), {
      store,
      sandbox,
    });
    expect(totals).toMatchObject({ steps: 1, failed: 0 });
  });
});

describe('a provider that fails', () => {
  test.each(['capacity', 'quota', 'permission', 'profile', 'fatal'] as const)(
    'for want of %s fails that step, tells the journal why, and does the rest',
    async (failure) => {
      behave({ faults: [{ on: 'make', name: 'b', failure }] });
      const { events, totals } = await apply(await next(), { store, sandbox });
      expect(of(events, 'failed')).toEqual(['create:Host/b']);
      expect(totals).toMatchObject({ steps: 6, failed: 1, unresolved: 0 });
      expect((await store.journal({ compute: 'b' }))[0]).toMatchObject({
        subject: 'could not create Host b',
        content: expect.stringContaining(failure) as unknown,
      });
      behave({});
      expect((await next()).steps.map(({ id }) => id)).toEqual(['create:Host/b']);
      await apply(await next(), { store, sandbox });
      expect(made()).toBe(3);
    },
  );

  test.each(['before', 'after'] as const)(
    'for a moment, %s the effect, is asked again and makes one',
    async (when) => {
      behave({ faults: [{ on: 'make', name: 'b', when, failure: 'transient', times: 2 }] });
      const { totals } = await apply(await next(), { store, sandbox });
      expect(totals).toMatchObject({ steps: 7, failed: 0 });
      expect(made()).toBe(3);
    },
  );

  test.each(['before', 'after'] as const)(
    'without an answer, %s the effect, is not asked again until it can tell what came of that',
    async (when) => {
      const lost = { on: 'make', name: 'b', when, failure: 'ambiguous', times: 1 } as const;
      behave({ faults: [lost, { on: 'observe', failure: 'ambiguous', times: 1 }] });
      const { events, totals } = await apply(await next(), { store, sandbox });
      expect(of(events, 'unresolved')).toEqual(['create:Host/b']);
      expect(totals).toMatchObject({ steps: 6, unresolved: 1 });
      expect(made()).toBe(when === 'after' ? 3 : 2);
      const [intent] = (await store.read()).intents;
      expect(intent).toMatchObject({ unresolved: expect.stringContaining('ambiguous') as unknown });

      // The address stays blocked.
      const again = await apply(await next(), { store, sandbox });
      expect(of(again.events, 'unresolved')).toEqual(['create:Host/b']);
      expect(made()).toBe(when === 'after' ? 3 : 2);

      const settled = await apply((recorded) => planOf(FLEET, { recorded }), { store, sandbox });
      expect(settled.totals).toMatchObject({ unresolved: 0, failed: 0 });
      expect(made()).toBe(3);
    },
  );
});

describe('being asked to stop', () => {
  test('finishes what is under way, records it, and begins nothing new', async () => {
    behave({ latencyMs: [20, 30] });
    const stop = new AbortController();
    const { totals } = await apply(await next(), {
      store,
      sandbox,
      parallelism: 1,
      signal: stop.signal,
      onEvent: ({ type }) => type === 'begun' && stop.abort(),
    });
    expect(totals).toMatchObject({ steps: 4, skipped: 3, unresolved: 0 });
    expect(await machines()).toHaveLength(1);
    expect((await store.read()).intents).toEqual([]);
    behave({});
    await apply(await next(), { store, sandbox });
    expect(made()).toBe(3);
  });
});
