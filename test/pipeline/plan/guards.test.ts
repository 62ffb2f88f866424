import { describe, expect, test } from '@jest/globals';
import type { RecordedState } from '../../../src/model/recorded.ts';
import { NOTHING_RECORDED } from '../../../src/model/recorded.ts';
import type { KindName } from '../../../src/model/spec/spec-of.ts';
import type { Step, Verb } from '../../../src/model/step.ts';
import type { Guard, GuardedPlan } from '../../../src/pipeline/plan/guard.ts';
import { deletionShare } from '../../../src/pipeline/plan/guards/deletion-share.ts';
import { deletions } from '../../../src/pipeline/plan/guards/deletions.ts';
import { emptyInventory } from '../../../src/pipeline/plan/guards/empty-inventory.ts';
import { monthlyIncrease } from '../../../src/pipeline/plan/guards/monthly-increase.ts';
import { orders } from '../../../src/pipeline/plan/guards/orders.ts';
import { unplaced } from '../../../src/pipeline/plan/guards/unplaced.ts';
import { readProject } from '../../../src/pipeline/read-project.ts';
import { planOf, recordedFrom } from '../../support/planned.ts';
import { graphOf } from '../../support/fleet.ts';
import { orderFor } from '../../conformance/provider.ts';

const { value: PROJECT } = readProject(null, 'test');

interface Words {
  readonly steps?: readonly Step[];
  readonly recorded?: Partial<Record<KindName, number>>;
  readonly guards?: Partial<typeof PROJECT.spec.guards>;
  readonly manifests?: number;
  readonly unplaced?: readonly string[];
  readonly first?: boolean;
}

function objection(guard: Guard, words: Words): string | null {
  const { steps = [], recorded = {}, guards, manifests = 1, unplaced: stranded = [], first = false } = words;
  const objects = Object.entries(recorded).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({
      kind: kind as KindName,
      key: `${index}`,
      metadata: { name: `${index}`, protect: false },
      spec: {},
      status: {},
    })),
  );
  const state: RecordedState = { ...NOTHING_RECORDED, commit: first ? null : 'commit', objects };
  const plan: GuardedPlan = {
    project: { ...PROJECT, spec: { ...PROJECT.spec, guards: { ...PROJECT.spec.guards, ...guards } } },
    graph: graphOf([]),
    recorded: state,
    manifests,
    steps,
    unplaced: stranded.map((service, index) => ({ service, instance: index + 1, rejected: [] })),
  };
  return guard.objection(plan);
}

function stepsOf(verb: Verb, kind: KindName, count: number, cost = 0): Step[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${verb}:${kind}/${index}`,
    verb,
    address: `${kind}/${index}`,
    provider: null,
    needs: [],
    changes: [],
    summary: '',
    cost,
    effect: { of: 'object', before: null, after: null },
    notes: [],
  }));
}

describe('the guard against many deletions', () => {
  test.each([
    [49, null],
    [50, null],
    [51, '51 objects would be deleted, and the limit is 50'],
  ])('with a limit of 50, %i deletions: %s', (count, message) => {
    expect(objection(deletions, { steps: stepsOf('delete', 'Service', count) })).toBe(message);
  });

  test('counts every kind, and only what is deleted', () => {
    const steps = [
      ...stepsOf('delete', 'Service', 1),
      ...stepsOf('delete', 'Compute', 1),
      ...stepsOf('create', 'Service', 9),
      ...stepsOf('release', 'Service', 9),
      ...stepsOf('update', 'Service', 9),
    ];
    expect(objection(deletions, { steps, guards: { maxDeletions: 2 } })).toBeNull();
    expect(objection(deletions, { steps, guards: { maxDeletions: 1 } })).toContain('2 objects');
  });

  test('with a limit of 0 forbids all', () => {
    const steps = stepsOf('delete', 'Service', 1);
    expect(objection(deletions, { steps, guards: { maxDeletions: 0 } })).not.toBeNull();
  });
});

describe('the guard against losing a share of a kind', () => {
  test.each([
    [30, 10, 2, null],
    [30, 10, 3, null],
    [30, 10, 4, '4 of 10 Service objects (40 %) would be deleted; the limit is 30 %'],
    [30, 1000, 300, null],
    [30, 1000, 301, '301 of 1000 Service objects (30.1 %) would be deleted; the limit is 30 %'],
    [30, 10_000, 3001, '3001 of 10000 Service objects (30.1 %) would be deleted; the limit is 30 %'],
    [55, 100, 55, null],
    [7, 100, 7, null],
    [58, 50, 29, null],
    [100, 10, 10, null],
    [0, 10, 1, '1 of 10 Service objects (10 %) would be deleted; the limit is 0 %'],
  ])('with a limit of %i %%, of %i objects %i: %s', (maxDeletionPercent, total, count, message) => {
    const words = { recorded: { Service: total }, guards: { maxDeletionPercent } };
    expect(objection(deletionShare, { ...words, steps: stepsOf('delete', 'Service', count) })).toBe(message);
  });

  test('says nothing about a kind of fewer than ten', () => {
    const steps = stepsOf('delete', 'Service', 9);
    expect(objection(deletionShare, { steps, recorded: { Service: 9, Compute: 100 } })).toBeNull();
  });

  test('looks at each kind by itself, and names all that lose', () => {
    const steps = [
      ...stepsOf('delete', 'Service', 5),
      ...stepsOf('delete', 'Compute', 1),
      ...stepsOf('delete', 'DNSRecord', 10),
    ];
    expect(objection(deletionShare, { steps, recorded: { Service: 10, Compute: 100, DNSRecord: 10 } })).toBe(
      '5 of 10 Service objects (50 %) would be deleted; 10 of 10 DNSRecord objects (100 %) would be deleted; the limit is 30 %',
    );
  });
});

describe('the guard against an empty inventory', () => {
  test('objects where nothing is desired and something is recorded', () => {
    expect(objection(emptyInventory, { manifests: 0, recorded: { Service: 3 } })).toBe(
      'no manifest was found in inventory, and 3 objects are recorded',
    );
  });

  test('counts one object as one', () => {
    expect(objection(emptyInventory, { manifests: 0, recorded: { Service: 1 } })).toBe(
      'no manifest was found in inventory, and 1 object is recorded',
    );
  });

  test('says nothing about one manifest, or about a fleet that never was', () => {
    expect(objection(emptyInventory, { manifests: 1, recorded: { Service: 3 } })).toBeNull();
    expect(objection(emptyInventory, { manifests: 0 })).toBeNull();
  });
});

describe('the guard against instances that fit nowhere', () => {
  test.each([
    [[], null],
    [['web'], '1 instance fits nowhere: web'],
    [['web', 'web'], '2 instances fit nowhere: web'],
    [['a', 'b', 'c', 'd', 'e'], '5 instances fit nowhere: a, b, c, d, e'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'f', 'g'], '8 instances fit nowhere: a, b, c, d, e and 2 more'],
  ])('%j: %s', (services, message) => {
    expect(objection(unplaced, { unplaced: services })).toBe(message);
  });
});

describe('the guard against many orders', () => {
  test.each([
    [2, null],
    [3, null],
    [4, '4 hosts would be ordered, and the limit is 3'],
  ])('with a limit of 3, %i hosts: %s', (count, message) => {
    const steps = stepsOf('create', 'Host', count);
    expect(objection(orders, { steps, guards: { maxOrders: 3 } })).toBe(message);
  });

  test('counts hosts that are created, and nothing else', () => {
    const steps = [
      ...stepsOf('update', 'Host', 9),
      ...stepsOf('delete', 'Host', 9),
      ...stepsOf('create', 'Compute', 9),
    ];
    expect(objection(orders, { steps, guards: { maxOrders: 0 } })).toBeNull();
  });

  test('counts no machine that is taken over', () => {
    const order = { ...orderFor('web-01'), adopt: '4711' };
    const steps = stepsOf('create', 'Host', 9).map((step) => ({ ...step, order }));
    expect(objection(orders, { steps, guards: { maxOrders: 0 } })).toBeNull();
  });
});

describe('the guard against a rising monthly cost', () => {
  test.each([
    [100, 99.99, null],
    [100, 100, null],
    [100, 100.01, 'the monthly cost would rise by 100.01 EUR, and the limit is 100 EUR'],
    [19.99, 19.99, null],
    [0.29, 0.29, null],
    [0, 0.01, 'the monthly cost would rise by 0.01 EUR, and the limit is 0 EUR'],
    [0, -5, null],
  ])('with a limit of %d, by %d: %s', (maxMonthlyIncrease, cost, message) => {
    const steps = stepsOf('update', 'Compute', 1, cost);
    expect(objection(monthlyIncrease, { steps, guards: { maxMonthlyIncrease } })).toBe(message);
  });

  test('adds cents exactly, and takes away what is saved', () => {
    const steps = [...stepsOf('create', 'Compute', 10, 0.1), ...stepsOf('delete', 'Compute', 1, -0.4)];
    expect(objection(monthlyIncrease, { steps, guards: { maxMonthlyIncrease: 0.6 } })).toBeNull();
    expect(objection(monthlyIncrease, { steps, guards: { maxMonthlyIncrease: 0.59 } })).toContain('0.60 EUR');
  });

  test('says nothing without a limit, or about the first apply', () => {
    const steps = stepsOf('create', 'Compute', 1, 1000);
    expect(objection(monthlyIncrease, { steps })).toBeNull();
    const words = { steps, guards: { maxMonthlyIncrease: 1 } };
    expect(objection(monthlyIncrease, { ...words, first: true })).toBeNull();
    expect(objection(monthlyIncrease, words)).not.toBeNull();
  });
});

describe('the guards of a plan', () => {
  test('all speak, none approved', () => {
    const recorded = recordedFrom(
      Array.from(
        { length: 60 },
        (_, index) =>
          `{ apiVersion: stowage/v1, kind: Service, metadata: { name: s${index} }, spec: { state: inactive, resources: { min: {} } } }\n`,
      ).join('---\n'),
    );
    expect(planOf('', { recorded }).guards).toEqual([
      {
        name: 'empty-inventory',
        message: 'no manifest was found in inventory, and 60 objects are recorded',
        approved: false,
      },
      { name: 'deletions', message: '60 objects would be deleted, and the limit is 50', approved: false },
      {
        name: 'deletion-share',
        message: '60 of 60 Service objects (100 %) would be deleted; the limit is 30 %',
        approved: false,
      },
    ]);
  });

  test('the settings alone make no inventory', () => {
    const recorded = recordedFrom(
      '{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} } } }',
    );
    const settings = '{ apiVersion: stowage/v1, kind: Project, metadata: { name: test }, spec: {} }';
    expect(planOf(settings, { recorded }).guards.map(({ name }) => name)).toContain('empty-inventory');
  });
});
