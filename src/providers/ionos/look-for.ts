import type { Marker } from '../../model/machine.ts';
import type { ApiRequest, Server } from './api-types.ts';
import type { IonosApi, Standing } from './ionos-api.ts';
import { isOf, markerOf, markText } from './marks.ts';
import type { Place } from './places.ts';

/** What is to be seen of an order in one virtual data centre. */
export interface Trace {
  readonly server: Standing<Server> | null;
  /** What was asked for under its mark and may have come to something, or still may. */
  readonly request: Standing<ApiRequest> | null;
  /** What was asked for under its mark and came to nothing. */
  readonly failed: readonly Standing<ApiRequest>[];
}

/** The servers of a virtual data centre as they are now. */
export type ServersIn = (place: Place) => Promise<readonly Standing<Server>[]>;

/**
 * Looks for what became of an order: in the list of servers, then in the list of requests, and where there is one, or
 * none, in the list of servers again, as one may have got there meanwhile.
 */
export async function lookFor(
  api: IonosApi,
  serversIn: ServersIn,
  place: Place,
  marker: Marker,
  signal?: AbortSignal,
): Promise<Trace> {
  const among = (servers: readonly Standing<Server>[]) =>
    servers.find((server) => isOf(markerOf(server), marker)) ?? null;
  const first = among(await serversIn(place));
  const requests = await requestsFor(api, place, marker, signal);
  const failed = requests.filter((one) => statusOf(one) === 'FAILED');
  const request = requests.find((one) => statusOf(one) !== 'FAILED') ?? null;
  return { server: first ?? among(await serversIn(place)), request, failed };
}

/** The requests that asked for a server under a mark in a virtual data centre. */
async function requestsFor(api: IonosApi, { id }: Place, marker: Marker, signal?: AbortSignal) {
  const mark = markText(marker);
  const all = await api.posted(encodeURIComponent(marker.intent), signal);
  return all.filter(({ properties: { url = '', body } }) => {
    // What is stored may have its slashes escaped, as JSON allows.
    const isOurs = body === undefined || body.replaceAll('\\/', '/').includes(`"${mark}"`);
    return isOurs && url.includes(`/datacenters/${id}/servers`);
  });
}

export function statusOf({ metadata }: ApiRequest): string {
  return metadata?.requestStatus?.metadata?.status ?? 'QUEUED';
}

/** What a request is about, by the type of thing. */
export function targetsOf(request: ApiRequest | null, type: 'server' | 'volume'): string[] {
  const { targets = [] } = request?.metadata?.requestStatus?.metadata ?? {};
  return targets.flatMap(({ target }) => (target?.type === type ? [target.id] : []));
}
