import { describe, expect, test } from '@jest/globals';
import type { Placement, PlacementOutcome, PlannedPlacement } from '../../../src/model/placement.ts';
import type { ResourceVector } from '../../../src/model/resources.ts';
import { NO_RESOURCES } from '../../../src/model/resources.ts';
import { placementSteps } from '../../../src/pipeline/plan/placement-steps.ts';

const seat = (compute: string, granted: Partial<ResourceVector> = {}, instance = 1): Placement => ({
  service: 'web',
  instance,
  compute,
  granted: { ...NO_RESOURCES, ...granted },
});
const planned = (placement: Placement, reason = 'because'): PlannedPlacement => ({
  ...placement,
  score: 0.5,
  kept: false,
  pinned: false,
  reason,
});
const outcome = (
  placements: readonly Placement[],
  unplaced: PlacementOutcome['unplaced'] = [],
): PlacementOutcome => ({ placements: placements.map((placement) => planned(placement)), unplaced });

const SMALL = { cores: 2, memory: 2048 };
const LARGE = { cores: 4, memory: 2048 };

describe('the steps of placements', () => {
  test('an instance that is new is placed', () => {
    expect(placementSteps([], outcome([seat('web-01', SMALL)]))).toEqual([
      {
        id: 'place:Service/web#1',
        verb: 'place',
        address: 'Service/web',
        provider: null,
        needs: [],
        changes: [
          { path: 'compute', after: 'web-01' },
          { path: 'granted.cores', after: 2 },
          { path: 'granted.memory', after: 2048 },
        ],
        summary: 'because',
        cost: 0,
        effect: { of: 'placement', before: null, after: seat('web-01', SMALL) },
        notes: [{ compute: 'web-01', category: 'deployment', subject: 'place web, 2 cores, 2 GB' }],
      },
    ]);
  });

  test('an instance on another compute moves, and both journals tell', () => {
    expect(placementSteps([seat('web-01', SMALL)], outcome([seat('web-02', LARGE)]))).toEqual([
      expect.objectContaining({
        id: 'move:Service/web#1',
        verb: 'move',
        summary: 'because',
        changes: [
          { path: 'compute', before: 'web-01', after: 'web-02' },
          { path: 'granted.cores', before: 2, after: 4 },
        ],
        effect: { of: 'placement', before: seat('web-01', SMALL), after: seat('web-02', LARGE) },
        notes: [
          { compute: 'web-02', category: 'deployment', subject: 'take web from web-01, 4 cores, 2 GB' },
          { compute: 'web-01', category: 'deployment', subject: 'hand web to web-02' },
        ],
      }),
    ]);
  });

  test('an instance that stays with another grant is resized, and only what differs is said', () => {
    expect(placementSteps([seat('web-01', SMALL)], outcome([seat('web-01', LARGE)]))).toEqual([
      expect.objectContaining({
        id: 'resize:Service/web#1',
        verb: 'resize',
        summary: 'cores 2 → 4',
        changes: [{ path: 'granted.cores', before: 2, after: 4 }],
        notes: [{ compute: 'web-01', category: 'deployment', subject: 'resize web to 4 cores, 2 GB' }],
      }),
    ]);
  });

  test('an instance nobody wants any more is released', () => {
    expect(placementSteps([seat('web-01', SMALL)], outcome([]))).toEqual([
      expect.objectContaining({
        id: 'release:Service/web#1',
        verb: 'release',
        summary: 'no longer wanted',
        changes: [
          { path: 'compute', before: 'web-01' },
          { path: 'granted.cores', before: 2 },
          { path: 'granted.memory', before: 2048 },
        ],
        effect: { of: 'placement', before: seat('web-01', SMALL), after: null },
        notes: [{ compute: 'web-01', category: 'deployment', subject: 'release web' }],
      }),
    ]);
  });

  test.each([
    ['its compute is gone', [], 'web-01 is gone, and it fits nowhere else'],
    [
      'its compute rejects it',
      [{ compute: 'web-01', reason: 'is in maintenance' }],
      'web-01: is in maintenance, and it fits nowhere else',
    ],
  ])('an instance that is released because %s says so', (_what, rejected, summary) => {
    const stranded = [{ service: 'web', instance: 1, rejected }];
    expect(placementSteps([seat('web-01')], outcome([], stranded)).map((step) => step.summary)).toEqual([
      summary,
    ]);
  });

  test('an instance that stays as it is takes no step', () => {
    expect(placementSteps([seat('web-01', SMALL)], outcome([seat('web-01', SMALL)]))).toEqual([]);
  });

  test('a service that needs nothing is placed all the same', () => {
    expect(placementSteps([], outcome([seat('web-01')])).map(({ notes }) => notes[0]?.subject)).toEqual([
      'place web, no resources',
    ]);
  });

  test('instances are told apart by their number, from the second on', () => {
    const steps = placementSteps(
      [seat('web-01', {}, 1), seat('web-02', {}, 2)],
      outcome([seat('web-02', {}, 1), seat('web-01', {}, 2), seat('web-03', {}, 3)]),
    );
    expect(steps.map(({ id, notes }) => [id, notes[0]?.subject])).toEqual([
      ['move:Service/web#1', 'take web from web-01, no resources'],
      ['move:Service/web#2', 'take web #2 from web-02, no resources'],
      ['place:Service/web#3', 'place web #3, no resources'],
    ]);
  });
});
