import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../src/model/plan.ts';
import { ProviderFailure } from '../../src/providers/provider-failure.ts';
import type { Behaviour } from '../../src/providers/sandbox/behaviour.ts';
import { openSandbox } from '../../src/providers/sandbox/open-sandbox.ts';
import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import type { StateStore } from '../../src/state/state-store.ts';
import { edited, planOf } from '../support/planned.ts';
import { apply, of } from './apply.ts';
import { hostFleet } from './host-fleet.ts';

let sandbox: string;
let store: StateStore;
beforeEach(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'stowage-tasks-'));
  store = openMemoryStateStore();
});
afterEach(() => rmSync(sandbox, { recursive: true }));

const FLEET = hostFleet(['a']);
const behave = (behaviour: Behaviour): void =>
  writeFileSync(join(sandbox, 'behaviour.json'), JSON.stringify(behaviour));
const next = async (yaml = FLEET): Promise<Plan> => planOf(yaml, { recorded: await store.read() });
const status = async () =>
  (await store.read()).objects.find(({ kind, key }) => kind === 'Host' && key === 'a')?.status;

describe('a machine that is made', () => {
  test('is configured and bootstrapped, and is active then', async () => {
    await apply(await next(), { store, sandbox });
    expect(await status()).toMatchObject({
      state: 'active',
      addresses: [expect.stringContaining('2001:db8:')],
    });
    expect(await status()).not.toHaveProperty('task');
  });

  test('of which a task fails is in error and says why; the next apply goes on there and orders nothing', async () => {
    behave({ faults: [{ on: 'bootstrap', failure: 'fatal', times: 1 }] });
    const { totals, events } = await apply(await next(), { store, sandbox });
    expect(totals).toMatchObject({ failed: 1, unresolved: 0 });
    expect(events.find(({ type }) => type === 'failed')).toMatchObject({
      code: 'provider.refused',
      message: expect.stringContaining('bootstrap: the sandbox was told to fail'),
    });
    expect(await status()).toMatchObject({ state: 'error', task: 'bootstrap', reason: expect.any(String) });
    const again = await next();
    expect(again.steps.map(({ id, summary }) => [id, summary])).toEqual([
      ['update:Host/a', 'small, workspace prod, goes on with bootstrap at pool'],
    ]);
    await apply(again, { store, sandbox });
    expect(await status()).toMatchObject({ state: 'active' });
    expect(await status()).not.toHaveProperty('reason');
    expect(await openSandbox(sandbox).list('test')).toHaveLength(1);
    expect((await next()).steps).toEqual([]);
  });

  test('keeps what needs it waiting until it is active', async () => {
    const service = `---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: { cores: 1 } } } }
`;
    behave({ faults: [{ on: 'connect', failure: 'fatal', times: 1 }] });
    const { events } = await apply(await next(FLEET + service), { store, sandbox });
    expect(of(events, 'skipped')).toEqual(['place:Service/web#1']);
    const { events: later } = await apply(await next(FLEET + service), { store, sandbox });
    expect(of(later, 'done')).toEqual(['update:Host/a', 'place:Service/web#1']);
  });

  test('is not begun anew where somebody asks to stop; what is left of it comes next time', async () => {
    behave({ latencyMs: [20, 30] });
    const stop = new AbortController();
    const { events, totals } = await apply(await next(), {
      store,
      sandbox,
      signal: stop.signal,
      onEvent: ({ type }) => type === 'begun' && stop.abort(),
    });
    expect(of(events, 'skipped')).toEqual(['create:Host/a']);
    expect(totals).toMatchObject({ skipped: 1, failed: 0 });
    expect(await status()).toMatchObject({ state: 'configuring', task: 'network' });
    await apply(await next(), { store, sandbox });
    expect(await status()).toMatchObject({ state: 'active' });
  });

  test('is recorded with what is new of its manifest when it goes on', async () => {
    behave({ faults: [{ on: 'connect', failure: 'fatal', times: 1 }] });
    await apply(await next(), { store, sandbox });
    const tagged = edited(FLEET, ['profile: small }', 'profile: small, tags: { env: prod } }']);
    await apply(await next(tagged), { store, sandbox });
    expect((await next(tagged)).steps).toEqual([]);
    expect(await status()).toMatchObject({ state: 'active' });
  });
});

describe('regions', () => {
  const TWO = edited(FLEET, ['profile: small }', 'profile: small, regions: [full, open] }']);

  test('are tried one after the other, and the one that had room is recorded', async () => {
    behave({ stock: { full: 0 } });
    await apply(await next(TWO), { store, sandbox });
    expect(await status()).toMatchObject({ state: 'active', region: 'open' });
    expect((await next(TWO)).steps).toEqual([]);
  });

  test('that are all full are all named', async () => {
    behave({ stock: { full: 0, open: 0 } });
    const { events } = await apply(await next(TWO), { store, sandbox });
    expect(events.find(({ type }) => type === 'failed')).toMatchObject({
      code: 'capacity.unavailable',
      message:
        'full holds 0 machines and has no room for another; open holds 0 machines and has no room for another',
    });
    expect((await store.read()).intents).toEqual([]);
  });
});

describe('a cluster', () => {
  const KUBERNETES = edited(FLEET, [
    '{ organization: acme }',
    '{ organization: acme, type: kubernetes, kubernetes: { version: "1.31", managementProvider: hetzner-cloud, controlPlane: { matchLabels: { role: cp } } } }',
  ]).concat(`---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: cp-1 }, spec: { type: vm, provider: own, region: here, tags: { role: cp }, ssh: { address: 10.0.0.1, hostKey: "ssh-ed25519 AAAA" } } }
`);

  test('is joined last, by way of its control-plane nodes', async () => {
    const joined: unknown[] = [];
    await apply(await next(KUBERNETES), {
      store,
      sandbox,
      join: (machine, cluster) => {
        joined.push([machine.name, cluster]);
        return Promise.resolve();
      },
    });
    const node = { compute: 'cp-1', address: '10.0.0.1', hostKey: 'ssh-ed25519 AAAA' };
    expect(joined).toEqual([['a', { version: '1.31', controlPlane: [node] }]]);
    expect(await status()).toMatchObject({ state: 'active' });
  });

  test('that cannot be joined leaves the machine in error, and the next apply tries only that again', async () => {
    const refused = new ProviderFailure('fatal', 'kubeadm said no', 'look at it');
    await apply(await next(KUBERNETES), { store, sandbox, join: () => Promise.reject(refused) });
    expect(await status()).toMatchObject({ state: 'error', task: 'join', reason: 'kubeadm said no' });
    const { events } = await apply(await next(KUBERNETES), { store, sandbox });
    expect(of(events, 'done')).toEqual(['update:Host/a']);
  });
});
