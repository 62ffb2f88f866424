import { wait } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Farewell, Removal } from '../provider.ts';
import { deleteAndFollow } from './clear-away.ts';
import { clearLeftovers } from './clear-leftovers.ts';
import type { FoundServer } from './find-server.ts';
import { findServer, pathOf } from './find-server.ts';
import { OutOfSight } from './follow-request.ts';
import type { IonosApi } from './ionos-api.ts';
import { markIpBlocks } from './ip-blocks.ts';
import { isOf, LABELS, markOf } from './marks.ts';
import type { Place } from './places.ts';

const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 5000;
const LONGEST_MS = 120_000;

/**
 * Deletes a server that carries the mark of its object, with its volumes, and the IP blocks that only it used. Each is
 * found again by its own mark after a run that died in between. A volume of somebody else's would go along, so where
 * there is one nothing is deleted until a person decided.
 */
export async function removeServer(
  api: IonosApi,
  places: readonly Place[],
  farewell: Farewell,
  signal: AbortSignal,
): Promise<Removal> {
  const { machine } = farewell;
  const found = await findServer(api, places, machine, signal);
  try {
    if (found) {
      checkOurs(found, farewell);
      await markIpBlocks(api, found, farewell, signal);
      await deleteAndFollow(api, pathOf(found.place, machine), signal);
      await untilGone(api, found, signal);
    }
    await clearLeftovers(api, found ? [found.place] : places, farewell, signal);
  } catch (error) {
    if (!(error instanceof OutOfSight)) throw error;
    // Asked again, it goes on where it was.
    throw new ProviderFailure('transient', `server ${machine} is being deleted`, 'apply again');
  }
  return { gone: true };
}

function checkOurs({ server, marker, labels }: FoundServer, { fleet, uid }: Farewell): void {
  const what = `server ${server.id} (${server.properties.name ?? ''})`;
  if (!isOf(marker, { fleet, uid })) {
    const message = `${what} does not carry the mark of this object`;
    throw new ProviderFailure('fatal', message, 'nothing was deleted; find out whose it is');
  }
  // What was taken over was taken over with the volume it starts from.
  const boot = labels[LABELS.intent] === undefined ? undefined : server.properties.bootVolume?.id;
  const volumes = server.entities?.volumes?.items ?? [];
  const strange = volumes.filter(
    ({ id, properties }) => id !== boot && !isOf(markOf(properties.name), { fleet, uid }),
  );
  if (strange.length === 0) return;
  const names = strange.map(({ id = '', properties: { name = '' } }) => `${name} (${id})`).join(', ');
  const message = `${what} has volumes of somebody else's, which would be deleted with it: ${names}`;
  throw new ProviderFailure('fatal', message, 'detach or delete them, then apply again');
}

/** Who reads may see it for a while yet. */
async function untilGone(api: IonosApi, { place, server }: FoundServer, signal: AbortSignal): Promise<void> {
  const since = Date.now();
  for (
    let ms = FIRST_LOOK_MS;
    await api.server(place.id, server.id, signal);
    ms = Math.min(ms * 2, LAST_LOOK_MS)
  ) {
    if (Date.now() - since > LONGEST_MS) throw new OutOfSight(`server ${server.id} stays`);
    await wait(ms, signal);
  }
}
