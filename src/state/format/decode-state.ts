import type { Placement } from '../../model/placement.ts';
import type { RecordedObject, RecordedState } from '../../model/recorded.ts';
import { compareText } from '../../model/compare-text.ts';
import { decodeMeta } from './meta-json.ts';
import { decodeObject } from './object-yaml.ts';
import { META_PATH } from './paths.ts';
import { decodePlacements } from './placements-yaml.ts';
import type { StateFile } from './state-file.ts';
import { statePath } from './state-path.ts';
import { unreadable } from './unreadable.ts';

/**
 * Reads the recorded state out of the files of one commit (meta.json, resources, placements), in the order of
 * kind and key, service and instance. Throws `state.unreadable` and `state.newer-format`.
 */
export function decodeState(commit: string, files: readonly StateFile[]): RecordedState {
  const meta = files.find(({ path }) => path === META_PATH);
  if (!meta) throw new Error('the state has no meta.json');
  const { serial, desired } = decodeMeta(meta);
  const objects: RecordedObject[] = [];
  const placements: Placement[] = [];
  for (const file of files) {
    if (file === meta) continue;
    const place = statePath(file.path);
    if (place?.of === 'object') objects.push(decodeObject(file, place.kind, place.key));
    else if (place) placements.push(...decodePlacements(file, place.service));
    else throw unreadable(file, null, 'stowage writes no such file, so it cannot tell what it means');
  }
  objects.sort((a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key));
  placements.sort((a, b) => compareText(a.service, b.service) || a.instance - b.instance);
  return { commit, serial, desired, objects, placements };
}
