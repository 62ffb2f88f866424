import type { Marker } from '../../model/machine.ts';
import type { Server } from './api-types.ts';
import type { IonosApi, Standing } from './ionos-api.ts';
import type { Labels } from './marks.ts';
import { markerOf } from './marks.ts';
import type { Place } from './places.ts';
import { labelsAt } from './labels.ts';

/** A server, where it is, and what marks it. */
export interface FoundServer {
  readonly server: Standing<Server>;
  readonly place: Place;
  readonly labels: Labels;
  readonly marker: Marker | null;
}

/** Where a server is in the API. */
export function pathOf(place: Place, id: string): string {
  return `/datacenters/${place.id}/servers/${encodeURIComponent(id)}`;
}

/** Finds a server by its id in one of these places; null where it is in none. */
export async function findServer(
  api: IonosApi,
  places: readonly Place[],
  id: string,
  signal?: AbortSignal,
): Promise<FoundServer | null> {
  if (id === '') return null;
  for (const place of places) {
    const server = await api.server(place.id, id, signal);
    if (!server) continue;
    const labels = await labelsAt(api, pathOf(place, id), signal);
    // It may have gone while somebody looked.
    if (!labels && (await api.server(place.id, id, signal)) === null) continue;
    return { server, place, labels: labels ?? {}, marker: markerOf(server, labels ?? {}) };
  }
  return null;
}
