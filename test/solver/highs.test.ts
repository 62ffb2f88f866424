import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import { openHighs } from '../../src/solver/highs/open-highs.ts';
import { openHighsInProcess } from '../../src/solver/highs/open-highs-in-process.ts';
import { randomFrom } from '../../src/packing/random.ts';
import type { LinearProgram, Solver } from '../../src/solver/solver.ts';
import { programOf } from './programs.ts';

const openers = {
  'in this thread': openHighsInProcess,
  'in a thread of its own': () => Promise.resolve(openHighs(pathToFileURL('dist/solver-worker.js'))),
};

describe.each(Object.entries(openers))('HiGHS %s', (_where, open) => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await open();
  });
  afterAll(() => solver.dispose());

  test('solves a linear program and says what a unit of each row is worth', async () => {
    const solved = await solver.solve(
      programOf(
        [3, 2],
        [
          [4, [1, 1], Infinity],
          [0, [1, -1], 2],
        ],
      ),
    );
    expect(solved.status).toBe('optimal');
    expect(solved.objective).toBeCloseTo(10);
    expect([...(solved.values ?? [])].map((value) => Math.round(value))).toEqual([2, 2]);
    expect([...(solved.duals ?? [])]).toEqual([2.5, 0.5]);
    expect(solved.bound).toBeCloseTo(10);
  });

  test('keeps whole columns whole', async () => {
    const rows = [[7, [3, 2], Infinity]] as const;
    expect((await solver.solve(programOf([5, 4], rows))).objective).toBeCloseTo(35 / 3);
    const solved = await solver.solve(programOf([5, 4], rows, [1, 1]), { start: Float64Array.of(3, 0) });
    expect(solved).toMatchObject({ status: 'optimal', duals: null });
    expect(solved.objective).toBeCloseTo(13);
    expect(solved.bound).toBeCloseTo(13);
  });

  test('says that nothing is feasible, or that nothing bounds the cost', async () => {
    const infeasible = await solver.solve(
      programOf(
        [1],
        [
          [2, [1], Infinity],
          [-Infinity, [1], 1],
        ],
      ),
    );
    expect(infeasible).toMatchObject({ status: 'infeasible', values: null, objective: Infinity });
    const unbounded = await solver.solve(programOf([-1], [[0, [1], Infinity]]));
    expect(unbounded.status).toBe('unbounded');
  });

  test('answers for a program without columns', async () => {
    expect((await solver.solve(programOf([], [[0, [], 1]]))).objective).toBe(0);
    expect((await solver.solve(programOf([], [[1, [], 1]]))).status).toBe('infeasible');
  });

  test('solves by interior point too', async () => {
    const program = programOf(
      [3, 2],
      [
        [4, [1, 1], Infinity],
        [0, [1, -1], 2],
      ],
    );
    expect((await solver.solve(program, { method: 'interior-point' })).objective).toBeCloseTo(10);
  });

  test('answers several programs in the order of asking', async () => {
    const costs = await Promise.all([1, 2, 3].map((n) => solver.solve(programOf([n], [[1, [1], 1]]))));
    expect(costs.map(({ objective }) => Math.round(objective))).toEqual([1, 2, 3]);
  });
});

describe('the thread', () => {
  test('is given up at the signal, and another starts with the next program', async () => {
    const solver = openHighs(pathToFileURL('dist/solver-worker.js'));
    const controller = new AbortController();
    const { signal } = controller;
    const solving = solver.solve(hardProgram(), { signal, timeLimit: 60 });
    setTimeout(() => controller.abort(), 300);
    expect((await solving).status).toBe('stopped');
    expect((await solver.solve(programOf([1], [[1, [1], 1]]))).objective).toBeCloseTo(1);
    expect((await solver.solve(programOf([1], [[1, [1], 1]]), { signal })).status).toBe('stopped');
    await solver.dispose();
  });
});

/** A market-split problem: tiny, and far beyond what branching can do in a minute. */
function hardProgram(): LinearProgram {
  const columns = 50;
  const random = randomFrom(1);
  const rows = Array.from({ length: 6 }, () => {
    const coefficients = Array.from({ length: columns }, () => Math.floor(random() * 100));
    const half = Math.floor(coefficients.reduce((sum, value) => sum + value, 0) / 2);
    return [half, coefficients, half] as const;
  });
  const program = programOf(Array<number>(columns).fill(0), rows, Array<number>(columns).fill(1));
  program.columns.upper.fill(1);
  return program;
}
