import type { ApplyEvent } from '../model/apply-event.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { StateStore } from '../state/state-store.ts';
import type { Occasion } from './acts-of.ts';
import { actsOf } from './acts-of.ts';

/** What an apply needs besides the plan. */
export interface ApplyInputs extends Occasion {
  readonly store: StateStore;
  /** The state the plan was computed from. */
  readonly recorded: RecordedState;
  readonly report: (event: ApplyEvent) => void;
}

/**
 * Carries out a plan: every step is recorded with its journal entries, all or none. Fails with `state.moved`
 * when somebody else recorded something since.
 */
export async function applyPlan(
  plan: Plan,
  { store, recorded, report, ...occasion }: ApplyInputs,
): Promise<void> {
  const { steps, fleet, digest, basedOn } = plan;
  report({ type: 'started', fleet, digest, steps: steps.length });
  const acts = steps.flatMap((step) => actsOf(step, plan, occasion));
  report({ type: 'recording', entries: acts.length });
  const { commit, serial } = await store.write(recorded, acts, basedOn.desired);
  for (const { id, verb, address, summary } of steps)
    report({ type: 'done', step: id, verb, address, summary });
  report({ type: 'finished', steps: steps.length, entries: acts.length, commit, serial });
}
