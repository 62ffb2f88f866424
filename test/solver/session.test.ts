import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import type { Columns, LinearProgram, Solver } from '../../src/solver/solver.ts';
import { openHighs } from '../../src/solver/highs/open-highs.ts';
import { openHighsInProcess } from '../../src/solver/highs/open-highs-in-process.ts';
import { randomFrom } from '../../src/packing/random.ts';
import { programOf } from './programs.ts';

const inThread = (): Solver => openHighs(pathToFileURL('dist/solver-worker.js'));
const openers = {
  'in this thread': openHighsInProcess,
  'in a thread of its own': () => Promise.resolve(inThread()),
};

/** A covering program, and the same with its last columns apart. */
function growing(
  columns: number,
  early: number,
): { all: LinearProgram; first: LinearProgram; rest: Columns } {
  const random = randomFrom(3);
  const draw = (most: number): number => 1 + Math.floor(random() * most);
  const cost = Array.from({ length: columns }, (_, at) => (at < 5 ? 100 : draw(20)));
  const rows = Array.from({ length: 5 }, (_, row) => {
    const coefficients = cost.map((_cost, at) => (at < 5 ? Number(at === row) : draw(4) - 1));
    return [draw(9), coefficients, Infinity] as const;
  });
  const part = (from: number, to?: number): LinearProgram =>
    programOf(
      cost.slice(from, to),
      rows.map(([lower, coefficients, upper]) => [lower, coefficients.slice(from, to), upper] as const),
    );
  return { all: part(0), first: part(0, early), rest: part(early) };
}

describe.each(Object.entries(openers))('a session of HiGHS %s', (_where, open) => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await open();
  });
  afterAll(() => solver.dispose());

  test('finds with added columns what a cold solve of all of them finds', async () => {
    const { all, first, rest } = growing(40, 8);
    const session = solver.open(first);
    const before = await session.solve();
    expect(before.objective).toBeCloseTo((await solver.solve(first)).objective);
    session.add(rest);
    const after = await session.solve();
    const cold = await solver.solve(all);
    expect(after.status).toBe('optimal');
    expect(after.objective).toBeCloseTo(cold.objective);
    expect(after.objective).toBeLessThan(before.objective);
    expect(after.values).toHaveLength(40);
    const worth = [...all.rows.lower].reduce((sum, lower, row) => sum + lower * (after.duals?.[row] ?? 0), 0);
    expect(worth).toBeCloseTo(cold.objective);
    await session.close();
  });

  test('leaves other sessions and programs alone', async () => {
    const [a, b] = [1, 2].map((cost) => solver.open(programOf([cost], [[3, [1], Infinity]])));
    expect((await a!.solve()).objective).toBeCloseTo(3);
    expect((await b!.solve()).objective).toBeCloseTo(6);
    await a!.close();
    expect((await solver.solve(programOf([5], [[1, [1], Infinity]]))).objective).toBeCloseTo(5);
    b!.add(programOf([1], [[3, [1], Infinity]]));
    expect((await b!.solve()).objective).toBeCloseTo(3);
    await b!.close();
  });
});

describe('a session in a thread', () => {
  test('answers nothing once its thread was given up, and may still be closed', async () => {
    const solver = inThread();
    const controller = new AbortController();
    const session = solver.open(programOf([1], [[1, [1], Infinity]]));
    expect((await session.solve()).objective).toBeCloseTo(1);
    controller.abort();
    expect((await session.solve({ signal: controller.signal })).status).toBe('stopped');
    expect((await session.solve()).objective).toBeCloseTo(1);
    await solver.dispose();
    expect((await session.solve()).status).toBe('stopped');
    await session.close();
    await solver.dispose();
  });
});
