import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Server } from './api-types.ts';
import { clearAway } from './clear-away.ts';
import { followRequest, OutOfSight } from './follow-request.ts';
import type { IonosApi, Standing } from './ionos-api.ts';
import { targetsOf } from './look-for.ts';
import type { Making, Pending } from './making.ts';
import type { Place } from './places.ts';
import { unclear } from './unclear.ts';

const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 5000;

/**
 * Waits until a server that was ordered is made. Where the vendor cannot make it, what there is of it goes again, and the
 * failure is the vendor's. Where it gets out of sight, it is answered as it was last seen.
 */
export async function finishServer(making: Making, { request, server }: Pending): Promise<Standing<Server>> {
  const { api, place, marker, quietMs, signal } = making;
  try {
    if (request !== null) await followRequest(api, request, signal);
  } catch (error) {
    if (error instanceof OutOfSight) {
      if (server) return server;
      throw unclear(making, error.message);
    }
    if (!(error instanceof ProviderFailure)) throw error;
    await clearAway(api, place, { request, server }, marker, error.message);
    throw error;
  }
  const id =
    server?.id ?? (request === null ? undefined : targetsOf(await api.request(request), 'server')[0]);
  const seen = id === undefined ? null : await serverOnceSeen(api, place, id, quietMs, signal);
  if (seen) return seen;
  if (server && signal.aborted) return server;
  throw unclear(making, `request ${request ?? ''} is done, and its server is not to be seen`);
}

/** A server that was just made may not be there for who reads; null where it does not come, or somebody stops it. */
async function serverOnceSeen(
  api: IonosApi,
  place: Place,
  id: string,
  quietMs: number,
  signal: AbortSignal,
): Promise<Standing<Server> | null> {
  const since = Date.now();
  for (let ms = FIRST_LOOK_MS; ; ms = Math.min(ms * 2, LAST_LOOK_MS)) {
    try {
      const server = await api.server(place.id, id, signal);
      if (server || Date.now() - since > quietMs) return server;
      await wait(ms, signal);
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }
}
