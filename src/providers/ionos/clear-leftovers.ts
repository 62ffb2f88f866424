import type { Marker } from '../../model/machine.ts';
import { clearVolumes } from './clear-away.ts';
import type { IonosApi } from './ionos-api.ts';
import { releaseIpBlocks } from './ip-blocks.ts';
import type { Place } from './places.ts';

/** Takes away what hung on the server of an object that is gone: volumes, and IP blocks that only it used. */
export async function clearLeftovers(
  api: IonosApi,
  places: readonly Place[],
  mark: Pick<Marker, 'fleet' | 'uid'>,
  signal?: AbortSignal,
): Promise<void> {
  for (const place of places) await clearVolumes(api, place, { fleet: mark.fleet, uid: mark.uid }, signal);
  await releaseIpBlocks(api, mark, signal);
}
