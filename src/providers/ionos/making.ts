import type { Marker } from '../../model/machine.ts';
import type { ApiRequest, Server } from './api-types.ts';
import type { IonosApi, Standing } from './ionos-api.ts';
import type { ServersIn } from './look-for.ts';
import { targetsOf } from './look-for.ts';
import type { Place } from './places.ts';

/** What is needed to make one server. */
export interface Making {
  readonly api: IonosApi;
  readonly serversIn: ServersIn;
  readonly place: Place;
  readonly marker: Marker;
  /** So long after a request whose reply was lost, what it made is to be seen. */
  readonly quietMs: number;
  readonly signal: AbortSignal;
}

/** A server on its way, as far as is known: by the request that makes it, or as it was last seen. */
export interface Pending {
  readonly request: string | null;
  readonly server: Standing<Server> | null;
}

/** A server on its way, by its request and by itself, as far as either is to be seen. */
export function pendingOf(request: Standing<ApiRequest> | null, server: Standing<Server> | null): Pending {
  const [id] = targetsOf(request, 'server');
  return {
    request: request?.id ?? null,
    server: server ?? (id === undefined ? null : { id, properties: {} }),
  };
}
