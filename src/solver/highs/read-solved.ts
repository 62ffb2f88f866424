import type { Highs, Model } from 'highs';
import type { Solved, SolveStatus } from '../solver.ts';

const NOTHING = { objective: Infinity, values: null, duals: null, bound: -Infinity } as const;

/** Reads what a run of HiGHS found. */
export function readSolved(highs: Highs, model: Model, modelStatus: number, whole: boolean): Solved {
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
