import { describe, expect, test } from '@jest/globals';
import type { Occasion } from '../../src/apply/acts-of.ts';
import { actsOf } from '../../src/apply/acts-of.ts';
import { applyPlan } from '../../src/apply/apply-plan.ts';
import type { ApplyEvent } from '../../src/model/apply-event.ts';
import { NOTHING_RECORDED } from '../../src/model/recorded.ts';
import { openMemoryStateStore } from '../../src/state/memory/open-memory-state-store.ts';
import { edited, planOf } from '../support/planned.ts';

const FLEET = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-02 }, spec: { type: vm, provider: own, region: bonn } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} }, placement: { affinity: [{ matchLabels: { stowage/region: berlin } }] } } }
`;
const MOVED = edited(FLEET, ['stowage/region: berlin', 'stowage/region: bonn']);

function occasion(): Occasion {
  let count = 0;
  return {
    actor: { name: 'Ada', email: 'ada@example.org' },
    now: () => new Date('2026-03-01T12:00:00Z'),
    newId: () => `id-${++count}`,
  };
}

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
      ['id-1', 'web-01', 'about web-01', step.effect],
      ['id-2', 'web-02', 'about web-02', null],
      ['id-3', null, 'about null', null],
    ]);
    expect(acts[0]?.entry).toEqual({
      id: 'id-1',
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

describe('applying a plan', () => {
  test('records every step and tells of each, in order', async () => {
    const store = openMemoryStateStore();
    const events: ApplyEvent[] = [];
    const plan = planOf(FLEET);
    await applyPlan(plan, {
      ...occasion(),
      store,
      recorded: NOTHING_RECORDED,
      report: (event) => events.push(event),
    });
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
        summary,
      })),
      { type: 'finished', steps: 4, entries: 4, commit, serial: 1 },
    ]);
  });

  test('leaves nothing to do, also after a move that two journals tell', async () => {
    const store = openMemoryStateStore();
    const inputs = { ...occasion(), store, report: () => undefined };
    await applyPlan(planOf(FLEET), { ...inputs, recorded: await store.read() });
    const recorded = await store.read();
    const plan = planOf(MOVED, { recorded });
    expect(plan.steps.map(({ id }) => id)).toEqual(['update:Service/web', 'move:Service/web#1']);
    await applyPlan(plan, { ...inputs, recorded });
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

  test('records nothing when somebody else wrote first, and does not say that it finished', async () => {
    const store = openMemoryStateStore();
    const inputs = { ...occasion(), store, recorded: NOTHING_RECORDED };
    await applyPlan(planOf(FLEET), { ...inputs, report: () => undefined });
    const before = await store.read();
    const types: string[] = [];
    const late = applyPlan(planOf(MOVED), { ...inputs, report: ({ type }) => types.push(type) });
    await expect(late).rejects.toMatchObject({ code: 'state.moved', exitCode: 5 });
    expect(await store.read()).toEqual(before);
    expect(types).toEqual(['started', 'recording']);
  });
});
