import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { place } from '../../../src/pipeline/place/place.ts';
import { openHighsInProcess } from '../../../src/solver/highs/open-highs-in-process.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import { fleet } from '../../support/fleet.ts';
import { countOf } from './exact-count.ts';
import { LARGE, situationIn, SMALL } from './exact-fleet.ts';
import type { Goal } from './exact-optimum.ts';
import { bounds, optimum } from './exact-optimum.ts';
import { POLICY } from './policy.ts';

/** EXACT_RUNS=3000 tries more than the suite has time for. */
const RUNS = { numRuns: Number(process.env.EXACT_RUNS ?? 60) };

/**
 * Who is recorded and valid keeps a place, whoever comes. Then as few as can be are without one, counted from the
 * highest priority down. Then as few as can be move, whatever their priority.
 */
const GOALS: readonly Goal[] = [
  { name: 'lost' },
  { name: 'unplaced', priority: 2 },
  { name: 'unplaced', priority: 1 },
  { name: 'unplaced', priority: 0 },
  { name: 'moves' },
];

let solver: Solver;
beforeAll(async () => {
  solver = await openHighsInProcess();
});

describe('placement is as good as', () => {
  test('the exact optimum of a small fleet', async () => {
    await fc.assert(
      fc.asyncProperty(situationIn(SMALL), async (one) => {
        const { placements } = place(fleet(one.words), one.before, POLICY);
        expect(told(countOf(one, placements, GOALS))).toEqual(told(await optimum(solver, one, GOALS)));
      }),
      RUNS,
    );
  });

  test('a large fleet allows at most, by the bound of a linear program', async () => {
    await fc.assert(
      fc.asyncProperty(situationIn(LARGE), async (one) => {
        const { placements } = place(fleet(one.words), one.before, POLICY);
        const found = countOf(one, placements, GOALS);
        const bound = await bounds(solver, one, GOALS, found);
        expect(found.map((count, nth) => Math.max(count, bound[nth] as number))).toEqual(found);
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 12) },
    );
  });
});

/** Writes counts so that a difference speaks for itself. */
function told(counts: readonly number[]): string[] {
  return GOALS.map(({ name, priority }, nth) => {
    return `${name}${priority === undefined ? '' : ` of priority ${priority}`}: ${counts[nth]}`;
  });
}
