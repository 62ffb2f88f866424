import type { Act, JournalAct } from '../model/act.ts';
import type { Intent } from '../model/intent.ts';
import type { Category } from '../model/journal-entry.ts';
import type { Machine } from '../model/machine.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Effect } from '../model/step.ts';
import type { Occasion } from './acts-of.ts';
import type { Outcome } from './carry-out.ts';
import { hostStatus } from './host-status.ts';
import { taskAfter } from './task-acts.ts';

/**
 * Records what came of an intent: its effect and entries, that it came to nothing, or that nobody can tell. Where
 * somebody else settled the intent meanwhile, only an effect that they do not know of is left to record.
 */
export function outcomeActs(
  intent: Intent,
  outcome: Outcome,
  { intents, objects }: RecordedState,
  occasion: Occasion,
): Act[] {
  const open = intents.some(({ id }) => id === intent.id);
  const { effect } = intent.step;
  const object = effect.of === 'object' ? (effect.after ?? effect.before) : null;
  const known = objects.find(({ kind, key }) => kind === object?.kind && key === object.key);
  if (!open && outcome.of === 'made' && known?.status['machine'] === outcome.machine.id) return [];
  if (!open && outcome.of === 'removed' && !known) return [];
  if (!open && (outcome.of === 'failed' || outcome.of === 'unclear')) return [];
  switch (outcome.of) {
    case 'made':
      return settled(
        intent,
        madeEffect(intent, outcome.machine),
        `as machine ${outcome.machine.id}`,
        occasion,
      );
    case 'removed':
      return outcome.until === null
        ? settled(intent, intent.step.effect, '', occasion)
        : settled(intent, leavingEffect(intent, outcome.until), `It leaves on ${outcome.until}.`, occasion);
    case 'failed':
      return [vain(intent, `${outcome.failure.failure}: ${outcome.failure.message}`, occasion)];
    case 'unclear':
      return [parked(intent, outcome.why, occasion)];
  }
}

/** The object as it is once its machine is there, with what is left to do for it. */
function madeEffect({ id, uid, step }: Intent, machine: Machine): Effect {
  const { effect, order, provider } = step;
  if (effect.of !== 'object' || !effect.after) return effect;
  const host = { uid, intent: id, provider, machine, ...(order && { price: order.price }) };
  const status = hostStatus(host, order ? taskAfter(null, order) : null);
  return { ...effect, after: { ...effect.after, status } };
}

/** The object as it stays until its machine is gone. */
function leavingEffect({ step: { effect } }: Intent, until: string): Effect {
  if (effect.of !== 'object' || !effect.before) return effect;
  const { before } = effect;
  return {
    of: 'object',
    before,
    after: { ...before, status: { ...before.status, state: 'deleting', until } },
  };
}

function settled(intent: Intent, effect: Effect, content: string, occasion: Occasion): JournalAct[] {
  const { notes } = intent.step;
  return notes.map(({ compute, category, subject }, index) => ({
    entry: entryOf(intent, { compute, category, subject, content }, occasion),
    effect: index === 0 ? effect : null,
    ...(index === 0 && { settles: intent.id }),
  }));
}

/** An intent that had no effect goes, and the journal says why. */
export function vain(intent: Intent, why: string, occasion: Occasion): JournalAct {
  const [note] = intent.step.notes;
  const { compute = null, category = 'other' as const } = note ?? {};
  const subject = `could not ${intent.step.verb} ${intent.step.address.replace('/', ' ')}`;
  return {
    entry: entryOf(intent, { compute, category, subject, content: why }, occasion),
    effect: null,
    settles: intent.id,
  };
}

/** Keeps an intent for a person to decide on. */
export function parked(intent: Intent, why: string, { actor, now }: Occasion): Act {
  const subject = `park ${intent.step.id}: nobody can tell whether it happened`;
  return {
    intents: [{ ...intent, unresolved: why }],
    author: actor,
    timestamp: now().toISOString(),
    subject,
  };
}

interface Told {
  readonly compute: string | null;
  readonly category: Category;
  readonly subject: string;
  readonly content: string;
}

function entryOf(
  { plan, desired, step }: Intent,
  told: Told,
  { actor, now, newId }: Occasion,
): JournalAct['entry'] {
  const time = now();
  return {
    id: newId(time),
    timestamp: time.toISOString(),
    author: actor,
    ...told,
    origin: { plan, step: step.id, desired },
  };
}
