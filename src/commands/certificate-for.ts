import type { Certificate, CertifyInputs } from '../pipeline/certify-fleet.ts';
import { certifyFleet } from '../pipeline/certify-fleet.ts';
import type { Solver } from '../solver/solver.ts';
import { budgetUntil } from './budget-until.ts';
import type { Context } from './context.ts';
import { todayOf } from './session.ts';

/** Seconds after which what is known is told. How much is tried decides, and takes far less, but on a busy machine. */
const SECONDS = 10;

/** Works out why instances find no place and what would help, with a solver where one is needed and can be had. */
export async function certificateFor(
  context: Context,
  inputs: Omit<CertifyInputs, 'today' | 'openSolver' | 'budget'>,
): Promise<Certificate> {
  let solver: Solver | null = null;
  const openSolver = async (): Promise<Solver | null> => (solver = await solverOrNone(context));
  try {
    const budget = budgetUntil(context, SECONDS, { tell: () => undefined });
    return await certifyFleet({ ...inputs, today: todayOf(context), openSolver, budget });
  } finally {
    await (solver as Solver | null)?.dispose();
  }
}

/** What cannot be opened takes nothing from a plan. */
async function solverOrNone(context: Context): Promise<Solver | null> {
  try {
    return await context.openSolver();
  } catch {
    return null;
  }
}
