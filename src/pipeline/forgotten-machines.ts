import type { Machine, MachineOrder } from '../model/machine.ts';
import type { RecordedState } from '../model/recorded.ts';
import { knownUids } from './known-uids.ts';

/**
 * Of the machines that carry the mark of a fleet, those that bear the name of one that is to be ordered though nothing
 * recorded knows them, neither a Host nor an intent: whoever orders them pays for each twice.
 */
export function forgottenMachines(
  orders: readonly MachineOrder[],
  marked: readonly Machine[],
  state: Pick<RecordedState, 'objects' | 'intents'>,
): Machine[] {
  const wanted = new Set(orders.map(({ name }) => name));
  const known = knownUids(state);
  return marked.filter(({ name, marker }) => wanted.has(name) && marker !== null && !known.has(marker.uid));
}
