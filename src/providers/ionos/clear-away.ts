import type { Marker } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import { followRequest, OutOfSight } from './follow-request.ts';
import type { IonosApi } from './ionos-api.ts';
import { targetsOf } from './look-for.ts';
import { isOf, markOf } from './marks.ts';
import type { Place } from './places.ts';

/** What a request that failed may have left: itself, and a server, as far as they are known. */
export interface Left {
  readonly request: string | null;
  readonly server: { readonly id: string } | null;
}

/**
 * Takes away what a request that failed made after all, so that nothing is left that costs: its server, whatever else the
 * request names, and volumes that carry the mark. Fails as `ambiguous` where it cannot.
 */
export async function clearAway(
  api: IonosApi,
  place: Place,
  { request, server }: Left,
  marker: Marker,
  why: string,
): Promise<void> {
  const left: string[] = [];
  const away = async (what: string, path: string) => {
    left.push(what);
    await deleteAndFollow(api, path);
    left.pop();
  };
  try {
    const failed = request === null ? null : await api.request(request);
    const servers = new Set([...(server ? [server.id] : []), ...targetsOf(failed, 'server')]);
    for (const id of servers) await away(`server ${id}`, `/datacenters/${place.id}/servers/${id}`);
    for (const id of targetsOf(failed, 'volume')) {
      await away(`volume ${id}`, `/datacenters/${place.id}/volumes/${id}`);
    }
    await clearVolumes(api, place, marker);
  } catch (error) {
    if (!(error instanceof ProviderFailure || error instanceof OutOfSight)) throw error;
    const what = left.length > 0 ? left.join(', ') : `the rest of it, marked ${marker.intent},`;
    const message = `${why}; and ${what} could not be deleted from ${place.name}: ${error.message}`;
    throw new ProviderFailure('ambiguous', message, 'delete it in the console of IONOS');
  }
}

/** Deletes the volumes of a place that carry a mark; they may have lost their server. */
export async function clearVolumes(
  api: IonosApi,
  place: Place,
  mark: Pick<Marker, 'fleet'> & Partial<Marker>,
  signal?: AbortSignal,
): Promise<void> {
  const volumes = await api.volumes(place.id, signal);
  for (const { id, properties } of volumes) {
    if (!isOf(markOf(properties.name), mark)) continue;
    await deleteAndFollow(api, `/datacenters/${place.id}/volumes/${id}`, signal);
  }
}

/**
 * Deletes something, with what hangs on it, and waits until that is done; what is gone already is gone, also where that
 * came out only later, as another was quicker.
 */
export async function deleteAndFollow(api: IonosApi, path: string, signal?: AbortSignal): Promise<void> {
  const query = path.includes('/servers/') && { deleteVolumes: 'true' };
  try {
    const request = await api.change({ method: 'DELETE', path, ...(query && { query }) }, signal);
    if (request !== null) await followRequest(api, request, signal);
  } catch (error) {
    if (!(error instanceof ProviderFailure) || (await api.find(path, { depth: 0 }, signal)) !== null)
      throw error;
  }
}
