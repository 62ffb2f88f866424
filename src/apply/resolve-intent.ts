import type { Act } from '../model/act.ts';
import type { Intent } from '../model/intent.ts';
import type { Machine } from '../model/machine.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Occasion } from './acts-of.ts';
import { outcomeActs, vain } from './outcome-acts.ts';

/** What a person found out: the machine is there, or there is none. */
export type Decision = { readonly machine: Machine } | 'absent';

/** Settles an intent as a person decided. */
export function resolveIntent(
  intent: Intent,
  decision: Decision,
  state: RecordedState,
  occasion: Occasion,
): Act[] {
  const creates = intent.step.order !== undefined;
  if (decision === 'absent') {
    return creates
      ? [vain(intent, 'A person found that no machine was made.', occasion)]
      : outcomeActs(intent, { of: 'removed', until: null }, state, occasion);
  }
  return creates
    ? outcomeActs(intent, { of: 'made', machine: decision.machine }, state, occasion)
    : [vain(intent, 'A person found that its machine is still there.', occasion)];
}
