import type { Machine, MachineOrder, Marker } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Account } from './account.ts';
import { cancelledFailure, delivered } from './delivery.ts';
import { claims, hasKey } from './find-order.ts';
import { thingOf } from './machine-of.ts';
import { markedMachine } from './mark-server.ts';
import { markOf } from './marks.ts';

/**
 * Waits for a server that is not delivered yet, and has it carry its mark; each of its addresses gets the full name of
 * its machine, where that has one. A machine that was only ordered gets its lasting id here.
 */
export async function connectServer(
  account: Account,
  machine: Machine,
  order: MachineOrder,
  marker: Marker,
  signal: AbortSignal,
): Promise<Machine> {
  const number = await deliveredNumber(account, machine, marker, signal);
  const connected = await markedMachine(account, number, order.name, marker, signal);
  const { hostname } = order;
  if (hostname?.includes('.')) {
    for (const ip of connected.addresses) await account.api.setName(ip, hostname, signal);
  }
  return connected;
}

async function deliveredNumber(
  account: Account,
  { id }: Machine,
  marker: Marker,
  signal: AbortSignal,
): Promise<number> {
  const { api } = account;
  const thing = thingOf(id);
  if (!thing) throw new ProviderFailure('fatal', `${id} is no server of Robot`, 'see the server in Robot');
  if ('server' in thing) return thing.server;
  const order = await api.transaction(thing.transaction, signal);
  if (!order) return await namedNumber(account, thing.transaction, marker);
  const isClaimed = claims(order).some(({ intent, uid }) => intent === marker.intent && uid === marker.uid);
  // A person may have decided for an order whose key is not provable any more, as the account's secret was changed.
  if (!isClaimed && !hasKey(order, await account.keyFor(marker))) {
    const message = `order ${order.id} does not carry the mark of this object`;
    throw new ProviderFailure('fatal', message, 'find out whose it is');
  }
  const seen = await delivered(api, order, signal);
  if (seen.status === 'cancelled') {
    const { failure, message } = cancelledFailure(seen);
    throw new ProviderFailure(failure, message, 'delete the host, and declare it anew');
  }
  if (seen.server_number !== null) return seen.server_number;
  throw new ProviderFailure('transient', `order ${order.id} is still ${seen.status}`, 'apply again later');
}

/** Robot forgets orders; a server that was marked meanwhile is known by its mark. */
async function namedNumber({ api }: Account, transaction: string, marker: Marker): Promise<number> {
  const server = (await api.servers()).find(({ server_name }) => {
    const known = markOf(server_name)?.marker;
    return known?.fleet === marker.fleet && known.intent === marker.intent && known.uid === marker.uid;
  });
  if (server) return server.server_number;
  const message = `Robot has forgotten order ${transaction}, and no server carries its mark`;
  throw new ProviderFailure('fatal', message, 'see in Robot whether it was delivered');
}
