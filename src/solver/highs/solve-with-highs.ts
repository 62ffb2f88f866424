import type { Highs, Model } from 'highs';
import type { LinearProgram, Solved, SolveOptions, SolveStatus } from '../solver.ts';

/** What can be asked of HiGHS across threads: everything but the signal. */
export type HighsOptions = Omit<SolveOptions, 'signal'>;

const NOTHING = { objective: Infinity, values: null, duals: null, bound: -Infinity } as const;

/** Solves one program with a loaded HiGHS, in this thread and without pause, and frees what it took. */
export function solveWithHighs(highs: Highs, program: LinearProgram, options: HighsOptions): Solved {
  const { columns, rows } = program;
  if (columns.cost.length === 0) return emptyProgram(program);
  const whole = columns.whole?.some((flag) => flag === 1) ?? false;
  const model = highs.createModel({
    numCols: columns.cost.length,
    numRows: rows.lower.length,
    colCost: columns.cost,
    colLower: columns.lower,
    colUpper: columns.upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: {
      format: 'csc',
      numRows: rows.lower.length,
      numCols: columns.cost.length,
      ...program.matrix,
    },
    ...(whole ? { integrality: Int32Array.from(columns.whole as Uint8Array) } : {}),
  });
  try {
    configure(model, options, whole);
    const { modelStatus } = model.run();
    return read(highs, model, modelStatus, whole);
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

function read(highs: Highs, model: Model, modelStatus: number, whole: boolean): Solved {
  const status = statusOf(highs, modelStatus);
  if (status === 'infeasible' || status === 'unbounded' || status === 'failed') return { status, ...NOTHING };
  const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  const solution = found ? model.getSolution() : null;
  const objective = found ? model.getObjectiveValue() : Infinity;
  const proved = whole
    ? Number(model.info.get('mip_dual_bound'))
    : status === 'optimal'
      ? objective
      : -Infinity;
  return {
    status,
    objective,
    values: solution?.colValue ?? null,
    duals: whole ? null : (solution?.rowDual ?? null),
    bound: proved,
  };
}

function statusOf({ constants: { modelStatus } }: Highs, status: number): SolveStatus {
  switch (status) {
    case modelStatus.optimal:
      return 'optimal';
    case modelStatus.infeasible:
      return 'infeasible';
    case modelStatus.unbounded:
    case modelStatus.unboundedOrInfeasible:
      return 'unbounded';
    case modelStatus.timeLimit:
    case modelStatus.iterationLimit:
    case modelStatus.solutionLimit:
    case modelStatus.interrupted:
    case modelStatus.objectiveBound:
    case modelStatus.objectiveTarget:
      return 'stopped';
    default:
      return 'failed';
  }
}

/** Without columns every row adds up to nothing. */
function emptyProgram({ rows }: LinearProgram): Solved {
  const holds = rows.lower.every((lower, row) => lower <= 0 && (rows.upper[row] as number) >= 0);
  if (!holds) return { status: 'infeasible', ...NOTHING };
  const duals = new Float64Array(rows.lower.length);
  return { status: 'optimal', objective: 0, values: new Float64Array(0), duals, bound: 0 };
}
