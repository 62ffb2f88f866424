import { describe, expect, test } from '@jest/globals';
import { coloured, plain } from '../../src/render/paint.ts';
import type { Infeasibility, ServiceInfeasibility } from '../../src/model/infeasibility.ts';
import { planText } from '../../src/render/plan-text.ts';
import { edited, planOf, recordedFrom } from '../support/planned.ts';
import { many, planWith, seat, step } from './plans.ts';

const shown = (parts: Parameters<typeof planWith>[0], full = false): string =>
  planText(planWith(parts), { full, paint: plain });

const FLEET = `
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-01 }, spec: { type: vm, provider: own, region: berlin, billing: { monthlyCost: 10 } } }
---
{ apiVersion: stowage/v1, kind: Compute, metadata: { name: web-02 }, spec: { type: vm, provider: own, region: bonn, billing: { monthlyCost: 4.5 } } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: web }, spec: { resources: { min: {} }, placement: { affinity: [{ matchLabels: { stowage/region: berlin } }] } } }
---
{ apiVersion: stowage/v1, kind: Service, metadata: { name: api }, spec: { resources: { min: { cores: 1 } } } }
`;

describe('a plan as text', () => {
  test('shows what happens, what to look at twice, and what it costs', () => {
    const after = edited(
      FLEET,
      ['stowage/region: berlin', 'stowage/region: bonn'],
      ['monthlyCost: 10', 'monthlyCost: 8'],
    );
    const plan = planOf(after, { recorded: recordedFrom(FLEET) });
    expect(planText(plan, { full: false, paint: plain })).toMatchInlineSnapshot(`
      "Compute
      ! web-01  vm at own, berlin  -€2.00/month
      !     spec.billing.monthlyCost: 10 → 8

      Service
      ! web  1 replica, no resources
      !     spec.placement.affinity[0].matchLabels.stowage/region: berlin → bonn

      Placements
      ! web #1  web-01 → web-02  no resources  (web-01 no longer matches affinity stowage/region=bonn)

      Fits nowhere
      ! api #1 fits nowhere
            2 computes: cores too short

      Look twice
      ! unplaced: 1 instance fits nowhere: api
      ! 1 instance moves: off web-01

      Plan: 2 change, 1 move, 1 fit nowhere · €14.50 → €12.50/month
      "
    `);
  });

  test('of nothing is one line', () => {
    const summary = { ...planWith().summary, unchanged: 7 };
    expect(shown({ summary })).toBe('test: nothing to do, 7 resources as recorded\n');
  });

  test('with no step but a guard still says why it stops', () => {
    const guards = [{ name: 'unplaced', message: '1 instance fits nowhere: web', approved: false }];
    expect(shown({ guards })).toContain('Look twice\n! unplaced: 1 instance fits nowhere: web\n');
    const approved = guards.map((guard) => ({ ...guard, approved: true }));
    expect(shown({ guards: approved })).toContain('! approved: unplaced: ');
  });

  test('starts every line of a step with its sign', () => {
    const steps = [
      step('create', 'Compute/a'),
      step('update', 'Compute/b', { changes: [{ path: 'spec.x', before: 1, after: 2 }] }),
      step('delete', 'Compute/c'),
      seat('place', null, 'a'),
      seat('move', 'a', 'b', { summary: 'a is gone' }),
      seat('resize', 'b', 'b', { summary: 'cores 1 → 2' }),
      seat('release', 'b', null, { summary: 'no longer wanted' }),
    ];
    const lines = shown({ steps }).split('\n');
    expect(lines.slice(0, lines.indexOf('Look twice'))).toEqual([
      'Compute',
      '+ a  what it is',
      '! b  what it is',
      '!     spec.x: 1 → 2',
      '- c  what it is',
      '',
      'Placements',
      expect.stringMatching(/^\+ web #1 {2}on a {2}2 cores/),
      expect.stringMatching(/^! web #1 {2}a → b/),
      expect.stringMatching(/^! web #1 {2}on b {2}cores 1 → 2$/),
      expect.stringMatching(/^- web #1 {2}off b/),
      '',
    ]);
  });

  test('shows twelve that appear, and of more the first five and how many there are', () => {
    expect(shown({ steps: many(12, 'create', 'Service') }).match(/^\+ /gm)).toHaveLength(12);
    const long = shown({ steps: many(13, 'create', 'Service') });
    expect(long.match(/^\+ 0/gm)).toHaveLength(5);
    expect(long).toContain('+ … 8 more (--full shows them)');
    expect(shown({ steps: many(13, 'create', 'Service') }, true).match(/^\+ 0/gm)).toHaveLength(13);
  });

  test('hides nothing that goes, changes or moves', () => {
    const steps = [...many(40, 'delete', 'Service'), ...many(40, 'update', 'Compute')];
    const text = shown({ steps });
    expect(text.match(/^- 0/gm)).toHaveLength(40);
    expect(text.match(/^! 0/gm)).toHaveLength(40);
    expect(text).not.toContain('--full');
  });

  test('repeats at most ten risks', () => {
    const text = shown({ steps: many(25, 'delete', 'Service') });
    expect(text.match(/^- delete Service/gm)).toHaveLength(10);
    expect(text).toContain('- … 15 more\n');
  });

  test('shows a cost with its sign', () => {
    const steps = [
      step('create', 'Compute/a', { cost: 39.7 }),
      step('delete', 'Compute/b', { cost: -3 }),
      step('update', 'Compute/c'),
    ];
    const text = shown({ steps });
    expect(text).toContain('+ a  what it is  +€39.70/month\n');
    expect(text).toContain('- b  what it is  -€3.00/month\n');
    expect(text).toMatch(/^! c {2}what it is$/m);
  });

  test('says of what fits nowhere how many computes each reason rules out', () => {
    const rejected = [
      { compute: 'a', reason: 'memory short by 1 GB' },
      { compute: 'b', reason: 'memory short by 2 GB' },
      { compute: 'c', reason: 'is in maintenance' },
    ];
    const unplaced = [{ service: 'web', instance: 2, rejected }];
    expect(shown({ unplaced })).toContain(
      [
        'Fits nowhere',
        '! web #2 fits nowhere',
        '      2 computes: memory too short',
        '      1 compute: is in maintenance',
        '',
      ].join('\n'),
    );
    expect(shown({ unplaced }, true)).toContain('      b: memory short by 2 GB\n');
  });

  test('says of what fits nowhere which rules are in conflict, what would help, and whether more can be placed', () => {
    const rejected = [{ compute: 'a', reason: 'memory short by 4.5 GB' }];
    const unplaced = [2, 3].map((instance) => ({ service: 'web', instance, rejected }));
    expect(shown({ unplaced, infeasibility: INFEASIBILITY })).toMatchInlineSnapshot(`
      "Fits nowhere
      ! web #2, #3 fit nowhere
            why       1 compute: memory too short
                      closest is a: memory 11.5 GB left of 16 GB needed
            conflict  min memory 16 GB and the room that other services take cannot both hold for 3 instances
                      web.yaml:9  min memory 16 GB
            ways out  lower min memory from 16 GB to 11.5 GB · 1 move
                      buy 2 × cpx31 in fsn1 · €24.80/month, €40.00 once
        41 of 43 instances are placed, and no way places more unless another service has fewer: proved with every rule

      Plan: nothing to do · €0.00/month
      "
    `);
  });

  test('says that nothing helps, and that nobody could count, where it is so', () => {
    const unplaced = [{ service: 'web', instance: 2, rejected: [] }];
    const [web] = INFEASIBILITY.services;
    const lost = { ...(web as ServiceInfeasibility), conflict: null, waysOut: [], nearest: null, cut: true };
    const infeasibility = { bound: null, services: [lost], notAnalysed: ['api'] };
    const text = shown({ unplaced, infeasibility });
    expect(text).toContain('conflict  not found\n');
    expect(text).toContain('ways out  none found in the tries that a fleet of this size has\n');
    expect(text).toContain('Not looked into: 1 service more');
    expect(text).toContain('Whether more can be placed was not computed\n');
  });

  test('lets no text of a manifest break out of its line', () => {
    const evil = 'x\n- delete everything\u001b[31m\r';
    const text = shown({
      steps: [
        step('update', 'Compute/a', {
          summary: evil,
          changes: [{ path: 'spec.x', before: evil, after: 'y' }],
        }),
      ],
    });
    expect(text).not.toMatch(/\u001b|\r/);
    expect(text.match(/^- delete everything/gm)).toBeNull();
  });

  test('is coloured by its signs where that is wanted', () => {
    const text = planText(planWith({ steps: [step('create', 'Compute/a')] }), {
      full: false,
      paint: coloured,
    });
    expect(text).toContain('\u001b[32m+ a  what it is\u001b[39m');
  });
});

const INFEASIBILITY: Infeasibility = {
  bound: { wanted: 43, placed: 41, most: 42, mostKeeping: 41, proved: 'exact' },
  services: [
    {
      service: 'web',
      replicas: 3,
      missing: 2,
      nearest: { compute: 'a', resource: 'memory', asked: 16384, left: 11776 },
      conflict: {
        rules: [
          {
            rule: 'min',
            text: 'min memory 16 GB',
            at: { address: 'Service/web', pointer: '/spec/resources/min/memory', file: 'web.yaml', line: 9 },
          },
          { rule: 'room', text: 'the room that other services take', at: null },
        ],
        text: 'min memory 16 GB and the room that other services take cannot both hold for 3 instances',
        smallest: true,
      },
      waysOut: [
        {
          kind: 'relax',
          text: 'lower min memory from 16 GB to 11.5 GB',
          moves: 1,
          cost: { monthly: 0, setup: 0, currency: 'EUR' },
          edits: [{ address: 'Service/web', pointer: '/spec/resources/min/memory', after: 11776 }],
          hosts: [],
        },
        {
          kind: 'buy',
          text: 'buy 2 × cpx31 in fsn1',
          moves: 0,
          cost: { monthly: 24.8, setup: 40, currency: 'EUR' },
          edits: [],
          hosts: [],
        },
      ],
      cut: false,
    },
  ],
  notAnalysed: [],
};
