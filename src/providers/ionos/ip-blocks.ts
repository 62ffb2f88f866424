import type { Marker } from '../../model/machine.ts';
import { deleteAndFollow } from './clear-away.ts';
import { Refusal } from './failure-of.ts';
import type { FoundServer } from './find-server.ts';
import type { IonosApi } from './ionos-api.ts';
import { labelAt, labelsOfAll } from './labels.ts';
import { LABELS, markValue } from './marks.ts';

type Owner = Pick<Marker, 'fleet' | 'uid'>;

/**
 * Labels the IP blocks that only this server uses, before it goes: afterwards nothing would tell that they were its, and
 * they would cost for ever. We reserve none ourselves, so somebody gave them to this machine.
 */
export async function markIpBlocks(
  api: IonosApi,
  { server }: FoundServer,
  owner: Owner,
  signal: AbortSignal,
): Promise<void> {
  for (const { id, properties } of await api.ipBlocks(signal)) {
    const { ipConsumers = [] } = properties;
    const isOnlyIts = ipConsumers.length > 0 && ipConsumers.every(({ serverId }) => serverId === server.id);
    if (!isOnlyIts) continue;
    try {
      await labelAt(api, `/ipblocks/${id}`, labelsOf(owner), signal);
    } catch (error) {
      // Somebody released it while we looked.
      if (!(error instanceof Refusal) || error.status !== 404) throw error;
    }
  }
}

/** Releases the IP blocks that were labelled so, where nobody has come to use them since. */
export async function releaseIpBlocks(api: IonosApi, owner: Owner, signal?: AbortSignal): Promise<void> {
  const labelled = await labelsOfAll(api, 'ipblock');
  const isTheirs = (id: string) => labelsOf(owner).every(([key, value]) => labelled.get(id)?.[key] === value);
  if (![...labelled.keys()].some(isTheirs)) return;
  for (const { id, properties } of await api.ipBlocks(signal)) {
    if (!isTheirs(id) || (properties.ipConsumers ?? []).length > 0) continue;
    await deleteAndFollow(api, `/ipblocks/${id}`, signal);
  }
}

function labelsOf({ fleet, uid }: Owner) {
  return [
    [LABELS.fleet, markValue(fleet)],
    [LABELS.uid, markValue(uid)],
  ] as const;
}
