import type { Deviation, ProviderCensus } from '../../model/drift.ts';
import type { RecordedState } from '../../model/recorded.ts';

/** Machines that carry the mark of a fleet, and belong to no recorded Host and to nothing that is unfinished. */
export function orphansOf(
  { provider, found }: ProviderCensus,
  fleet: string,
  { objects, intents }: RecordedState,
): Deviation[] {
  const known = new Set(
    objects.flatMap(({ kind, status }) =>
      kind === 'Host' && status['provider'] === provider ? [status['machine']] : [],
    ),
  );
  const open = new Set(intents.map(({ id }) => id));
  return found
    .filter(
      ({ machine: { id, marker } }) => marker?.fleet === fleet && !known.has(id) && !open.has(marker.intent),
    )
    .map(({ machine: { id, name }, price }) => ({
      what: 'orphan',
      provider,
      machine: id,
      name,
      address: null,
      departures: [],
      price,
      advice: `delete it at ${provider} if nobody needs it; to keep it, bring it back with stowage import`,
    }));
}
