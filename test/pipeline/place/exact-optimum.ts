import type { Solver } from '../../../src/solver/solver.ts';
import type { Situation } from './exact-fleet.ts';
import { ExactModel } from './exact-model.ts';

/** What is counted of an outcome, in the order in which it is to be least. */
export interface Goal {
  readonly name: 'lost' | 'unplaced' | 'moves';
  /** Counts services of this priority only. */
  readonly priority?: number;
}

/** Finds the least of each goal in turn, holding those before it, over all placements that the rules allow. */
export async function optimum(
  solver: Solver,
  situation: Situation,
  goals: readonly Goal[],
): Promise<number[]> {
  const { program, sumOf } = new ExactModel(situation);
  const least: number[] = [];
  for (const goal of goals) {
    const { terms, constant } = sumOf(goal);
    const { status, objective } = await solver.solve(program.minimising(terms), { gap: 0 });
    if (status !== 'optimal') throw new Error(`the program ended ${status}`);
    const value = Math.round(objective);
    program.row(terms, value);
    least.push(constant + value);
  }
  return least;
}

/**
 * Says what each goal cannot go below where those before it are as found, by the program in which instances may
 * be cut up.
 */
export async function bounds(
  solver: Solver,
  situation: Situation,
  goals: readonly Goal[],
  found: readonly number[],
): Promise<number[]> {
  const { program, sumOf } = new ExactModel(situation);
  const least: number[] = [];
  for (const [nth, goal] of goals.entries()) {
    const { terms, constant } = sumOf(goal);
    const { status, objective } = await solver.solve(program.minimising(terms, true));
    if (status !== 'optimal') throw new Error(`the program ended ${status}`);
    program.row(terms, (found[nth] as number) - constant);
    least.push(Math.ceil(constant + objective - 1e-6));
  }
  return least;
}
