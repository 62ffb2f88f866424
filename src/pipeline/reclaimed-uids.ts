import type { Machine } from '../model/machine.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import { knownUids } from './known-uids.ts';

/**
 * The uids that objects keep whose state is lost, by the step that takes their machine over by its id: the one in the
 * mark of that machine, where nothing recorded knows it. `marked` are the machines with the mark of this fleet. No name
 * has a say in it.
 */
export function reclaimedUids(
  steps: Plan['steps'],
  marked: readonly Machine[],
  state: Pick<RecordedState, 'objects' | 'intents'>,
): ReadonlyMap<string, string> {
  const known = new Set(knownUids(state));
  const reclaimed = new Map<string, string>();
  for (const { id, order } of steps) {
    const uid = marked.find((machine) => machine.id === order?.adopt)?.marker?.uid;
    if (uid === undefined || known.has(uid)) continue;
    known.add(uid);
    reclaimed.set(id, uid);
  }
  return reclaimed;
}
