import type { Actor } from '../model/journal-entry.ts';
import type { MissingPermission } from '../model/missing-permission.ts';
import type { RecordedObject } from '../model/recorded-object.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import type { Authority } from './permit/authority.ts';
import { authorityOf } from './permit/authority.ts';
import type { Deed } from './permit/deed.ts';
import { deedOf } from './permit/deed.ts';
import { missingPermissions } from './permit/missing-permissions.ts';

/**
 * What an actor lacks to carry out steps. The members that are recorded decide, so that nobody lets themselves in;
 * where none are recorded, those that the steps would record.
 */
export function permitPlan(
  steps: readonly Step[],
  recorded: RecordedState,
  actor: Actor,
): MissingPermission[] {
  const was = recorded.objects;
  const will = objectsAfter(was, steps);
  const authority = governing(was, will);
  if (authority.size === 0) return [];
  const deeds = steps.map((step): Deed => {
    if (step.effect.of === 'object') return { ...deedOf(step.effect, was, will), what: step.id };
    return { what: step.id, permission: 'inventory.write', organizations: [] };
  });
  return missingPermissions(deeds, authority, namesOf(actor));
}

/** What an actor lacks to add an entry to the journal. */
export function permitEntry(recorded: RecordedState, actor: Actor): MissingPermission[] {
  const deed: Deed = { what: 'journal add', permission: 'journal.write', organizations: [] };
  return missingPermissions([deed], authorityOf(recorded.objects), namesOf(actor));
}

function governing(was: readonly RecordedObject[], will: readonly RecordedObject[]): Authority {
  const recorded = authorityOf(was);
  return recorded.size > 0 ? recorded : authorityOf(will);
}

function objectsAfter(was: readonly RecordedObject[], steps: readonly Step[]): RecordedObject[] {
  const objects = new Map(was.map((object) => [`${object.kind}/${object.key}`, object]));
  for (const { effect } of steps) {
    if (effect.of !== 'object') continue;
    if (effect.before) objects.delete(`${effect.before.kind}/${effect.before.key}`);
    if (effect.after) objects.set(`${effect.after.kind}/${effect.after.key}`, effect.after);
  }
  return [...objects.values()];
}

function namesOf({ email, name }: Actor): string[] {
  return [email, name].filter((text) => text !== '');
}
