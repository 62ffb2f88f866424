import type { Act, JournalAct } from '../../model/act.ts';
import type { RecordedState } from '../../model/recorded.ts';
import { encodeEntry } from './entry-markdown.ts';
import type { FileChange } from './file-change.ts';
import { encodeIntent } from './intent-yaml.ts';
import { encodeMeta } from './meta-json.ts';
import { encodeObject } from './object-yaml.ts';
import { intentPath, journalPath, META_PATH, objectPath } from './paths.ts';
import { PlacedInstances } from './placed-instances.ts';

/**
 * Turns acts into the files each commit changes, in order. Placements of one service build on each other;
 * meta.json goes with the last commit, and with the first of a branch so that none is ever without it.
 */
export function* actFiles(
  base: RecordedState,
  acts: readonly Act[],
  desired: string | null,
  verified: string | null = base.verified ?? null,
): Generator<FileChange[]> {
  const placed = new PlacedInstances(base.placements);
  for (const [index, act] of acts.entries()) {
    const changes: FileChange[] = [];
    if ('intents' in act) {
      for (const intent of act.intents)
        changes.push({ path: intentPath(intent.id), text: encodeIntent(intent) });
    } else changes.push(...journalFiles(act, placed));
    if (index === acts.length - 1) {
      changes.push({
        path: META_PATH,
        text: encodeMeta({ serial: base.serial + 1, desired: desired ?? base.desired, verified }),
      });
    } else if (index === 0 && base.commit === null) {
      changes.push({ path: META_PATH, text: encodeMeta(base) });
    }
    yield changes;
  }
}

function journalFiles({ entry, effect, settles }: JournalAct, placed: PlacedInstances): FileChange[] {
  const changes: FileChange[] = [];
  if (effect?.of === 'object') {
    const { before, after } = effect;
    const path = after && objectPath(after.kind, after.key);
    const former = before && objectPath(before.kind, before.key);
    if (former !== null && former !== path) changes.push({ path: former, text: null });
    if (after && path !== null) changes.push({ path, text: encodeObject(after) });
  } else if (effect) {
    changes.push(...placed.change(effect.before, effect.after));
  }
  if (settles !== undefined) changes.push({ path: intentPath(settles), text: null });
  changes.push({ path: journalPath(entry.compute, entry.id), text: encodeEntry(entry) });
  return changes;
}
