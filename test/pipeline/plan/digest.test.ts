import { describe, expect, test } from '@jest/globals';
import { digestOf } from '../../../src/pipeline/plan/digest.ts';
import { applied, edited, fileOf, planOf, recordedFrom } from '../../support/planned.ts';

const COMPUTE = `{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin, billing: { monthlyCost: 10, contractEnd: '2026-01-31' } } }\n`;
const SERVICE = `{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} } } }\n`;
const FLEET = `${COMPUTE}---\n${SERVICE}`;

describe('the digest of a plan', () => {
  const digest = planOf(FLEET).digest;

  test('is a SHA-256', () => {
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digestOf({ b: 1, a: 2 })).toBe(digestOf({ a: 2, b: 1 }));
    expect(digestOf({})).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  test('is the same for the same inputs', () => {
    expect(planOf(FLEET).digest).toBe(digest);
  });

  test('is the same whatever the order of documents and files, and whatever files they are in', () => {
    expect(planOf(`${SERVICE}---\n${COMPUTE}`).digest).toBe(digest);
    const files = [fileOf('a.yaml', COMPUTE), fileOf('b.yaml', SERVICE)];
    expect(planOf(files).digest).toBe(digest);
    expect(planOf(files.reverse()).digest).toBe(digest);
  });

  test('is the same on another day, though a contract ends soon by then', () => {
    const later = planOf(FLEET, { today: '2027-01-01' });
    expect(later.digest).toBe(digest);
    expect(later.diagnostics).not.toEqual(planOf(FLEET).diagnostics);
  });

  const recorded = recordedFrom(FLEET);
  test.each([
    ['the tree', planOf(FLEET, { tree: 'other' })],
    ['the version', planOf(FLEET, { version: '9' })],
    ['a field of a manifest', planOf(edited(FLEET, ['region: berlin', 'region: bonn']))],
    ['a price', planOf(edited(FLEET, ['monthlyCost: 10', 'monthlyCost: 10.01']))],
    ['an annotation', planOf(edited(FLEET, ['name: web }', 'name: web, annotations: { a: b } }']))],
    ['protection', planOf(edited(FLEET, ['name: web }', 'name: web, protect: true }']))],
    ['the number of replicas', planOf(edited(FLEET, ['resources:', 'replicas: 2, resources:']))],
    ['what is recorded', planOf(FLEET, { recorded })],
    ['the fleet', planOf('')],
  ])('is another with %s', (_what, plan) => {
    expect(plan.digest).not.toBe(digest);
  });

  test('is another when only the state commit moved on', () => {
    const still = planOf(FLEET, { recorded });
    const moved = planOf(FLEET, { recorded: { ...recorded, commit: 'another' } });
    expect(moved.steps).toEqual(still.steps);
    expect(moved.digest).not.toBe(still.digest);
  });

  test('covers what is recorded of an object that changes, though no line of the plan shows it', () => {
    const after = edited(FLEET, ['region: berlin', 'region: bonn']);
    const alive = { ...recorded, objects: recorded.objects.map((each) => ({ ...each, status: { id: 1 } })) };
    expect(planOf(after, { recorded: alive }).digest).not.toBe(planOf(after, { recorded }).digest);
  });
});

describe('a plan that was applied', () => {
  test('leaves nothing to do', () => {
    expect(planOf(FLEET, { recorded: applied(planOf(FLEET)) }).steps).toEqual([]);
  });

  test('is undone by the plan of what was before', () => {
    const grown = edited(
      FLEET,
      ['resources:', 'replicas: 2, resources:'],
      ['region: berlin', 'region: bonn'],
    );
    const there = applied(planOf(FLEET));
    const further = applied(planOf(grown, { recorded: there }), there);
    const back = applied(planOf(FLEET, { recorded: further }), further);
    expect(back.placements).toEqual(there.placements);
    expect([...back.objects]).toEqual(expect.arrayContaining([...there.objects]));
    expect(back.objects).toHaveLength(there.objects.length);
  });
});
