import type { Act } from './act.ts';
import { compareText } from './compare-text.ts';
import type { Intent } from './intent.ts';
import type { Placement } from './placement.ts';
import type { RecordedObject } from './recorded-object.ts';
import type { RecordedState } from './recorded.ts';

/**
 * The recorded state as acts leave it, which is what a fresh read of `commit` says. `desired` is the manifest tree they
 * follow from; null keeps the one recorded before. `verified` is the commit that is trusted from then on, null for none.
 */
export function recordedAfter(
  base: RecordedState,
  acts: readonly Act[],
  commit: string,
  desired: string | null,
  verified: string | null = base.verified ?? null,
): RecordedState {
  const objects = new Map(base.objects.map((object) => [idOf(object), object]));
  const placements = new Map(base.placements.map((placement) => [seatOf(placement), placement]));
  const intents = new Map(base.intents.map((intent) => [intent.id, intent]));
  for (const act of acts) {
    if ('intents' in act) {
      for (const intent of act.intents) intents.set(intent.id, intent);
      continue;
    }
    if (act.settles !== undefined) intents.delete(act.settles);
    if (act.effect?.of === 'object') replace(objects, idOf, act.effect.before, act.effect.after);
    else if (act.effect) replace(placements, seatOf, act.effect.before, act.effect.after);
  }
  return inOrder({
    commit,
    serial: base.serial + 1,
    desired: desired ?? base.desired,
    ...(verified !== null && { verified }),
    objects: [...objects.values()],
    placements: [...placements.values()],
    intents: [...intents.values()],
  });
}

/** Puts a state in its order: by kind and key, by service and instance, intents oldest first. */
export function inOrder(state: RecordedState): RecordedState {
  return {
    ...state,
    objects: [...state.objects].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key)),
    placements: [...state.placements].sort(
      (a, b) => compareText(a.service, b.service) || a.instance - b.instance,
    ),
    intents: [...state.intents].sort(byAge),
  };
}

function replace<T>(all: Map<string, T>, id: (one: T) => string, before: T | null, after: T | null): void {
  if (before) all.delete(id(before));
  if (after) all.set(id(after), after);
}

function idOf({ kind, key }: RecordedObject): string {
  return `${kind}/${key}`;
}

function seatOf({ service, instance }: Placement): string {
  return `${instance}#${service}`;
}

function byAge(a: Intent, b: Intent): number {
  return compareText(a.id, b.id);
}
