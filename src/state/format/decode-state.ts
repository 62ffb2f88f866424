import type { Intent } from '../../model/intent.ts';
import type { Placement } from '../../model/placement.ts';
import type { RecordedState } from '../../model/recorded.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import { decodeIntent } from './intent-yaml.ts';
import { decodeMeta } from './meta-json.ts';
import { decodeObject } from './object-yaml.ts';
import { META_PATH } from './paths.ts';
import { inOrder } from '../../model/recorded-after.ts';
import { decodePlacements } from './placements-yaml.ts';
import type { StateFile } from './state-file.ts';
import { statePath } from './state-path.ts';
import { unreadable } from './unreadable.ts';

/**
 * Reads the recorded state out of the files of one commit (meta.json, resources, placements, intents), in the
 * order of kind and key, service and instance, age. Throws `state.unreadable` and `state.newer-format`.
 */
export function decodeState(commit: string, files: readonly StateFile[]): RecordedState {
  const meta = files.find(({ path }) => path === META_PATH);
  if (!meta) throw new Error('the state has no meta.json');
  const { serial, desired, verified } = decodeMeta(meta);
  const objects: RecordedObject[] = [];
  const placements: Placement[] = [];
  const intents: Intent[] = [];
  for (const file of files) {
    if (file === meta) continue;
    const place = statePath(file.path);
    if (place?.of === 'object') objects.push(decodeObject(file, place.kind, place.key));
    else if (place?.of === 'intent') intents.push(decodeIntent(file, place.id));
    else if (place) for (const placement of decodePlacements(file, place.service)) placements.push(placement);
    else throw unreadable(file, null, 'stowage writes no such file, so it cannot tell what it means');
  }
  return inOrder({
    commit,
    serial,
    desired,
    ...(verified != null && { verified }),
    objects,
    placements,
    intents,
  });
}
