import { describe, expect, test } from '@jest/globals';
import { actsOf } from '../../src/apply/acts-of.ts';
import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import { edited, planOf } from '../support/planned.ts';
import { apply, of, occasion, racing } from './apply.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-02 }, spec: { type: vm, provider: own, region: bonn } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} }, placement: { affinity: [{ matchLabels: { stowage/region: berlin } }] } } }
`;
const MOVED = edited(FLEET, ['stowage/region: berlin', 'stowage/region: bonn']);

describe('the acts of a step', () => {
  test('are an entry for every journal it is told in, of which the first carries the effect', () => {
    const plan = planOf(FLEET);
    const step = {
      ...plan.steps[0]!,
      notes: ['web-01', 'web-02', null].map((compute) => ({
        compute,
        category: 'hardware' as const,
        subject: `about ${compute}`,
      })),
    };
    const acts = actsOf(step, plan, occasion());
    expect(acts.map(({ entry, effect }) => [entry.id, entry.compute, entry.subject, effect])).toEqual([
      [expect.any(String), 'web-01', 'about web-01', step.effect],
      [expect.any(String), 'web-02', 'about web-02', null],
      [expect.any(String), null, 'about null', null],
    ]);
    expect(acts[0]?.entry).toEqual({
      id: expect.any(String) as unknown,
      timestamp: '2026-03-01T12:00:00.000Z',
      category: 'hardware',
      author: { name: 'Ada', email: 'ada@example.org' },
      compute: 'web-01',
      subject: 'about web-01',
      content: '',
      origin: { plan: plan.digest, step: step.id, desired: 'tree' },
    });
  });
});

describe('applying a plan that is only recorded', () => {
  test('records every step and tells of each, in order', async () => {
    const store = openMemoryStateStore();
    const plan = planOf(FLEET);
    const { events } = await apply(plan, { store });
    const { commit, serial, desired } = await store.read();
    expect({ serial, desired }).toEqual({ serial: 1, desired: 'tree' });
    expect(events).toEqual([
      { type: 'started', fleet: 'test', digest: plan.digest, steps: 4 },
      { type: 'recording', entries: 4 },
      ...plan.steps.map(({ id, verb, address, summary }) => ({
        type: 'done',
        step: id,
        verb,
        address,
        provider: null,
        summary,
      })),
      { type: 'finished', steps: 4, entries: 4, commit, serial: 1, failed: 0, skipped: 0, unresolved: 0 },
    ]);
  });

  test('leaves nothing to do, also after a move that two journals tell', async () => {
    const store = openMemoryStateStore();
    await apply(planOf(FLEET), { store });
    const plan = planOf(MOVED, { recorded: await store.read() });
    expect(plan.steps.map(({ id }) => id)).toEqual(['update:Service/web', 'move:Service/web#1']);
    await apply(plan, { store });
    const after = await store.read();
    expect(planOf(MOVED, { recorded: after }).steps).toEqual([]);
    expect(after.placements).toEqual([expect.objectContaining({ compute: 'web-02' })]);
    expect((await store.journal({ compute: 'web-01' })).map(({ subject }) => subject)).toContain(
      'hand web to web-02',
    );
    expect((await store.journal({ compute: 'web-02' })).map(({ subject }) => subject)).toContain(
      'take web from web-01, no resources',
    );
  });

  test('leaves alone what somebody else changed after it was planned, and does the rest', async () => {
    const store = openMemoryStateStore();
    const planned = await store.read();
    const theirs = edited(FLEET.split('---')[0] ?? '', ['region: berlin', 'region: hamburg']);
    await apply(planOf(theirs), { store });
    const { events, totals } = await apply(planOf(FLEET), { store, planned });
    expect(of(events, 'failed')).toEqual(['create:Compute/web-01', 'place:Service/web#1']);
    expect(of(events, 'done')).toEqual(['create:Compute/web-02', 'create:Service/web']);
    expect(totals).toMatchObject({ steps: 2, failed: 2 });
  });

  test('writes no second time what somebody else recorded just so', async () => {
    const store = openMemoryStateStore();
    const planned = await store.read();
    await apply(planOf(FLEET.split('---')[0] ?? ''), { store });
    const { events } = await apply(planOf(FLEET), { store, planned });
    expect(of(events, 'done')).toContain('create:Compute/web-01');
    expect(await store.journal({ compute: 'web-01' })).toHaveLength(1);
  });

  test('somebody else who writes between two of its writes changes nothing of it', async () => {
    const store = openMemoryStateStore();
    const others = racing(store, planOf(FLEET.split('---')[1] ?? ''));
    const { totals } = await apply(planOf(FLEET.split('---')[0] ?? ''), { store: others });
    expect(totals).toMatchObject({ steps: 1, failed: 0 });
    expect((await store.read()).objects.map(({ key }) => key)).toEqual(['web-01', 'web-02']);
  });
});
