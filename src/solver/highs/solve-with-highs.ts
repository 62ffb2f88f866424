import type { Highs, Model } from 'highs';
import type { LinearProgram, Solved, SolveOptions } from '../solver.ts';
import { modelOf } from './model-of.ts';
import { readSolved } from './read-solved.ts';

/** What can be asked of HiGHS across threads: everything but the signal. */
export type HighsOptions = Omit<SolveOptions, 'signal'>;

const NOTHING = { objective: Infinity, values: null, duals: null, bound: -Infinity } as const;

/** Solves one program with a loaded HiGHS, in this thread and without pause, and frees what it took. */
export function solveWithHighs(highs: Highs, program: LinearProgram, options: HighsOptions): Solved {
  const { columns } = program;
  if (columns.cost.length === 0) return emptyProgram(program);
  const whole = columns.whole?.some((flag) => flag === 1) ?? false;
  const model = highs.createModel(modelOf(program, whole));
  try {
    configure(model, options, whole);
    const { modelStatus } = model.run();
    return readSolved(highs, model, modelStatus, whole);
  } finally {
    model.dispose();
  }
}

function configure(model: Model, options: HighsOptions, whole: boolean): void {
  const { start, timeLimit, nodeLimit, gap, method } = options;
  model.options.set('output_flag', false);
  if (timeLimit !== undefined && Number.isFinite(timeLimit))
    model.options.set('time_limit', Math.max(0, timeLimit));
  if (whole) {
    if (nodeLimit !== undefined) model.options.set('mip_max_nodes', nodeLimit);
    if (gap !== undefined) model.options.set('mip_rel_gap', gap);
    if (start) model.setSolution({ colValue: start });
  } else if (method !== undefined) {
    // Named for a mixed-integer program, a solver would ignore that columns must be whole.
    model.options.set('solver', method === 'simplex' ? 'simplex' : 'ipm');
  }
}

/** Without columns every row adds up to nothing. */
function emptyProgram({ rows }: LinearProgram): Solved {
  const holds = rows.lower.every((lower, row) => lower <= 0 && (rows.upper[row] as number) >= 0);
  if (!holds) return { status: 'infeasible', ...NOTHING };
  const duals = new Float64Array(rows.lower.length);
  return { status: 'optimal', objective: 0, values: new Float64Array(0), duals, bound: 0 };
}
