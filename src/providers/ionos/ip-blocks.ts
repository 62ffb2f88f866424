import type { Marker } from '../../model/machine.ts';
import type { Farewell } from '../provider.ts';
import { deleteAndFollow } from './clear-away.ts';
import type { FoundServer } from './find-server.ts';
import { followRequest } from './follow-request.ts';
import type { IonosApi } from './ionos-api.ts';
import { isOf, markOf, markText } from './marks.ts';

/**
 * Marks the IP blocks that only this server uses, before it goes: afterwards nothing would tell that they were its, and
 * they would cost for ever. We reserve none ourselves, so somebody gave them to this machine.
 */
export async function markIpBlocks(
  api: IonosApi,
  { server, marker }: FoundServer,
  { fleet, uid }: Farewell,
  signal: AbortSignal,
): Promise<void> {
  const name = markText({ fleet, uid, intent: marker?.intent ?? uid });
  for (const { id, properties } of await api.ipBlocks(signal)) {
    const { ipConsumers = [] } = properties;
    const isOnlyIts = ipConsumers.length > 0 && ipConsumers.every(({ serverId }) => serverId === server.id);
    if (!isOnlyIts || properties.name === name) continue;
    const call = { method: 'PATCH', path: `/ipblocks/${id}`, body: { name } } as const;
    const request = await api.change(call, signal);
    if (request !== null) await followRequest(api, request, signal);
  }
}

/** Releases the IP blocks that were marked, where nobody has come to use them since. */
export async function releaseIpBlocks(
  api: IonosApi,
  { fleet, uid }: Pick<Marker, 'fleet' | 'uid'>,
  signal?: AbortSignal,
): Promise<void> {
  for (const { id, properties } of await api.ipBlocks(signal)) {
    if (!isOf(markOf(properties.name), { fleet, uid }) || (properties.ipConsumers ?? []).length > 0) continue;
    await deleteAndFollow(api, `/ipblocks/${id}`, signal);
  }
}
