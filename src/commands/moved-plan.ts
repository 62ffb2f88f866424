import { movedSteps } from '../apply/moved-steps.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';

const MEANWHILE = 'somebody else applied something meanwhile';

/** Says what of a plan no longer holds; null where it may be carried out. A reviewed plan holds for one state only. */
export function movedWord(
  plan: Plan,
  was: RecordedState,
  is: RecordedState,
  isReviewed: boolean,
): string | null {
  if (was.commit === is.commit) return null;
  const [first] = movedSteps(plan.steps, was, is);
  if (!first && !isReviewed) return null;
  return first ? `${MEANWHILE}: ${first.address} is not what it was` : MEANWHILE;
}

/** The refusal of a plan that no longer holds. */
export function movedPlan(moved: string = MEANWHILE): StowageError {
  const hint = 'plan again on top of their work';
  return new StowageError('state.moved', `${moved}, and nothing of this was done`, hint, ExitCode.Stale);
}
