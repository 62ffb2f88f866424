import type { Farewell, Removal } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { ActionWatch } from './action-watch.ts';
import { OutOfSight } from './action-watch.ts';
import type { PrimaryIp, Server } from './api-types.ts';
import { deleteServer } from './finish-server.ts';
import type { HetznerApi } from './hetzner-api.ts';
import { carries } from './marks.ts';

/**
 * Deletes a server that carries the mark of its object, with its addresses. We make no volumes, and no address that
 * would outlive its server: where somebody gave it such, they would stay behind and cost, and are not ours to delete, so
 * nothing is deleted until a person decided.
 */
export async function removeServer(
  api: HetznerApi,
  watch: ActionWatch,
  farewell: Farewell,
  signal: AbortSignal,
): Promise<Removal> {
  const server = await api.server(farewell.machine, signal);
  if (!server) return { gone: true };
  const what = `server ${server.id} (${server.name})`;
  if (!carries(server.labels, { fleet: farewell.fleet, uid: farewell.uid })) {
    const message = `${what} does not carry the mark of this object`;
    throw new ProviderFailure('fatal', message, 'nothing was deleted; find out whose it is');
  }
  const objection = await objectionTo(api, server, signal);
  if (objection) throw new ProviderFailure('fatal', `${what} ${objection[0]}`, objection[1]);
  try {
    if (server.status !== 'deleting') await deleteServer(api, watch, server.id, signal);
  } catch (error) {
    // Asked again, it will be gone already.
    if (error instanceof OutOfSight)
      throw new ProviderFailure('transient', `${what} is being deleted`, 'apply again');
    throw error;
  }
  return { gone: true };
}

/** Why a server is not deleted as it is, and what a person can do; null where nothing stands in the way. */
async function objectionTo(
  api: HetznerApi,
  server: Server,
  signal: AbortSignal,
): Promise<readonly [string, string] | null> {
  if (server.protection.delete) {
    return [
      'is protected from deletion at Hetzner',
      'switch its protection off in the console, then apply again',
    ];
  }
  const { volumes = [] } = server;
  if (volumes.length > 0) {
    const words = `has volumes of somebody else's, which would stay behind and cost: ${volumes.join(', ')}`;
    return [words, 'detach or delete them, then apply again'];
  }
  const { ipv4, ipv6 } = server.public_net;
  const lasting: PrimaryIp[] = [];
  for (const id of [ipv4?.id, ipv6?.id]) {
    if (id === undefined) continue;
    const address = await api.primaryIp(id, signal);
    if (address && !address.auto_delete) lasting.push(address);
  }
  if (lasting.length === 0) return null;
  const words = `has addresses that would stay behind and cost: ${lasting.map(({ ip }) => ip).join(', ')}`;
  return [words, 'switch their auto-delete on, or unassign them, then apply again'];
}
