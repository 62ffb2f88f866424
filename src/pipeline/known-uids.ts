import type { RecordedState } from '../model/recorded.ts';

/** The uids of all objects that a state knows: recorded, or about to be. */
export function knownUids({
  objects,
  intents,
}: Pick<RecordedState, 'objects' | 'intents'>): ReadonlySet<unknown> {
  return new Set([...objects.map(({ status }) => status['uid']), ...intents.map(({ uid }) => uid)]);
}
