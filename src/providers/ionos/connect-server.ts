import type { Marker } from '../../model/machine.ts';
import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { FoundServer } from './find-server.ts';
import { findServer } from './find-server.ts';
import { followRequest, OutOfSight } from './follow-request.ts';
import type { IonosApi } from './ionos-api.ts';
import { lookFor } from './look-for.ts';
import { addressesOf, stateOf } from './machine-of.ts';
import type { Place } from './places.ts';

const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 10_000;
const LONGEST_MS = 30 * 60_000;

/** Waits until a server is made and has its addresses, which come a while after it. Done again, it only looks. */
export async function connectServer(
  api: IonosApi,
  places: readonly Place[],
  id: string,
  marker: Marker,
  signal: AbortSignal,
): Promise<FoundServer> {
  const since = Date.now();
  for (let ms = FIRST_LOOK_MS; ; ms = Math.min(ms * 1.5, LAST_LOOK_MS)) {
    const found = await findServer(api, places, id, signal);
    if (found && stateOf(found.server) !== 'BUSY' && addressesOf(found.server).length > 0) return found;
    const why = found
      ? `server ${id} is ${stateOf(found.server)} and has no address`
      : `there is no server ${id}`;
    if (Date.now() - since > LONGEST_MS)
      throw new ProviderFailure('fatal', why, 'see it in the console of IONOS');
    // It may never get there: only its request says so.
    if (ms === FIRST_LOOK_MS) await requestDone(api, places, marker, signal);
    await wait(ms, signal);
  }
}

/** Waits for the request that makes a server, where there is one to be seen. Fails as it does. */
async function requestDone(
  api: IonosApi,
  places: readonly Place[],
  marker: Marker,
  signal: AbortSignal,
): Promise<void> {
  for (const place of places) {
    const { request, failed } = await lookFor(api, () => Promise.resolve([]), place, marker, signal);
    const { id } = request ?? failed[0] ?? {};
    if (id === undefined) continue;
    try {
      await followRequest(api, id, signal);
    } catch (error) {
      if (error instanceof OutOfSight) throw new ProviderFailure('transient', error.message, 'apply again');
      throw error;
    }
    return;
  }
}
