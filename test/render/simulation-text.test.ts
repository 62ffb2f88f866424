import { describe, expect, test } from '@jest/globals';
import type { Simulation } from '../../src/model/simulation.ts';
import { coloured, plain } from '../../src/render/paint.ts';
import { simulationText } from '../../src/render/simulation-text.ts';

const NOTHING: Simulation = {
  fleet: 'test',
  baseline: 'recorded',
  without: ['Compute/a'],
  added: [],
  lost: { computes: ['a'], services: [] },
  moves: [],
  placed: [],
  unplaced: [],
  resized: 0,
  released: 0,
  pending: 0,
  unplacedAnyway: 0,
  monthlyCost: { before: 10, after: 10, currency: 'EUR' },
  utilisation: { before: [], after: [] },
  each: null,
  consolidation: null,
};
const shown = (parts: Partial<Simulation>, full = false): string =>
  simulationText({ ...NOTHING, ...parts }, { full, paint: plain });
const numbers = (size: number): number[] => Array.from({ length: size }, (_, nth) => nth + 1);

describe('a simulation as text', () => {
  test('of nothing that happens is two lines', () => {
    expect(shown({})).toBe(
      'Starting from what is recorded.\nWithout Compute/a: nothing moves · €10.00/month\n',
    );
  });

  test('tells a cause only where the loss is not the cause, in aligned columns', () => {
    const text = shown({
      moves: [
        { service: 'api', instance: 1, from: 'a', to: 'b', reason: 'moved from a: it is gone' },
        {
          service: 'postgres',
          instance: 12,
          from: 'bb',
          to: 'c',
          reason: 'moved from bb to make room for api',
        },
      ],
      placed: [{ service: 'new', instance: 1, compute: 'c', reason: 'the only candidate: 9 % used after' }],
      added: ['Service/new'],
    });
    expect(text).toMatchInlineSnapshot(`
      "Moves
      ! api #1        a → b
      ! postgres #12  bb → c  (to make room for api)

      Placed
      + new #1  on c  (the only candidate: 9 % used after)

      Starting from what is recorded.
      Without Compute/a and with Service/new: 1 placed, 2 move · €10.00/month
      "
    `);
  });

  test('tells the reasons of instances that share them once', () => {
    const reasons = [{ reason: 'cores too short', computes: 3 }];
    const text = shown({
      unplaced: [
        { service: 'api', instance: 1, from: 'a', reasons },
        { service: 'api', instance: 2, from: null, reasons },
        { service: 'web', instance: 1, from: 'a', reasons: [{ reason: 'inactive', computes: 1 }] },
      ],
      resized: 2,
      released: 1,
    });
    expect(text).toMatchInlineSnapshot(`
      "No longer fits
      - api #1  was on a
      - api #2  new
            3 computes: cores too short
      - web #1  was on a
            1 compute: inactive

      Starting from what is recorded.
      Without Compute/a: 2 resized, 1 released, 2 no longer fit, 1 new one does not fit · €10.00/month
      "
    `);
  });

  test('leaves out what is too much, and says so, unless all is wanted', () => {
    const many = {
      moves: numbers(25).map((instance) => ({ service: 'api', instance, from: 'a', to: 'b', reason: '' })),
      unplaced: numbers(15).map((nth) => ({ service: `s${nth}`, instance: 1, from: 'a', reasons: [] })),
    };
    expect(shown(many)).toContain('! … 5 more (--full shows them)\n');
    expect(shown(many)).toContain('- … 3 more (--full shows them)\n');
    expect(shown(many, true)).not.toContain('--full');
    expect(
      shown(many, true)
        .split('\n')
        .filter((line) => line.startsWith('! api')),
    ).toHaveLength(25);
  });

  test('shortens a long list of losses', () => {
    const without = numbers(6).map((nth) => `Compute/c${nth}` as const);
    expect(shown({ without })).toContain('Without Compute/c1, Compute/c2, Compute/c3 and 3 more: ');
  });

  test('says what it does not count', () => {
    expect(shown({ pending: 1, unplacedAnyway: 2 })).toContain(
      'not counted: 1 change the next plan makes anyway, 2 instances without a place in any case.\n',
    );
  });

  test('colours by what a line begins with', () => {
    const moves = [{ service: 'api', instance: 1, from: 'a', to: 'b', reason: '' }];
    const text = simulationText({ ...NOTHING, moves }, { full: false, paint: coloured });
    expect(text).toContain('\u001b[33m! api #1  a → b\u001b[39m');
  });

  test('lets no reason of a person steer the terminal', () => {
    const placed = [{ service: 'x', instance: 1, compute: 'c', reason: 'pinned: \u001b[2J' }];
    expect(shown({ placed })).not.toContain('\u001b');
  });
});

describe('each single loss as text', () => {
  const loss = (name: string, moves: number, services: readonly string[]) => ({
    address: `Compute/${name}` as const,
    survived: services.length === 0,
    moves,
    unplaced: services.map((service, nth) => ({ service, instance: nth + 1 })),
  });
  const each = [
    loss('db-01', 12, ['api', 'api', 'db', 'e', 'f', 'g', 'h']),
    loss('web-01', 1, ['web']),
    loss('web-02', 3, []),
  ];
  const alone = { without: [], lost: { computes: [], services: [] } };

  test('names those that are not survived, and counts', () => {
    expect(shown({ ...alone, each })).toMatchInlineSnapshot(`
      "Not survived
      - Compute/db-01   12 moves,  7 no longer fit: 2 × api, db, e, f, g and 1 more
      - Compute/web-01    1 move,  1 no longer fits: web

      Starting from what is recorded.
      Single losses: 1 of 3 are survived, 2 are not
      "
    `);
  });

  test('names all where all are wanted', () => {
    expect(shown({ ...alone, each }, true)).toContain('  Compute/web-02   3 moves,  everything fits\n');
  });

  test('is one line where all are survived, or there is none', () => {
    expect(shown({ ...alone, each: each.slice(2) })).toContain('\nSingle losses: the only one is survived\n');
    const idle = [loss('a', 0, []), loss('b', 0, [])];
    expect(shown({ ...alone, each: idle })).toContain('\nSingle losses: all 2 are survived\n');
    expect(shown({ ...alone, each: [] })).toContain('\nSingle losses: there is nothing to lose\n');
  });
});
