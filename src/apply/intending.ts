import type { Act } from '../model/act.ts';
import type { Intent } from '../model/intent.ts';
import type { Occasion } from './acts-of.ts';

/** Records, in one commit, what providers are about to be asked. */
export function intending(intents: readonly Intent[], { actor, now }: Occasion): Act[] {
  const [first] = intents;
  if (!first) return [];
  const what = intents.length === 1 ? first.step.id : `${intents.length} steps at providers`;
  return [{ intents, author: actor, timestamp: now().toISOString(), subject: `intend ${what}` }];
}
