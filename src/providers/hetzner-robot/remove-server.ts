import type { Farewell, Removal } from '../provider.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Account } from './account.ts';
import { clearKey } from './claim-key.ts';
import { Refusal } from './failure-of.ts';
import { provenMarker } from './find-order.ts';
import { isOurs } from './is-ours.ts';
import { thingOf } from './machine-of.ts';
import { markOf } from './marks.ts';
import type { Cancellation, Server, Transaction } from './robot-types.ts';

const WHOSE = 'nothing was cancelled; find out whose it is';

/**
 * Cancels a server that is proven to be ours, to the earliest day that there is. It stays, and costs, until then; asked
 * again, the day is the same.
 */
export async function removeServer(
  account: Account,
  farewell: Farewell,
  signal: AbortSignal,
): Promise<Removal> {
  const { api } = account;
  const number = await numberOf(account, farewell, signal);
  const server = number === null ? null : await api.server(number, signal);
  if (number === null || !server) return { gone: true };
  if (!(await isOurs(account, server, farewell, signal))) {
    const message = `server ${number} (${server.server_name}) does not carry the mark of this object`;
    throw new ProviderFailure('fatal', message, WHOSE);
  }
  const until = await cancelled(account, number, signal);
  if (until !== null) await clearKeyOf(account, server);
  return until === null ? { gone: true } : { gone: false, until };
}

/** The number of a server; null where its order came to nothing. */
async function numberOf(
  account: Account,
  { machine, fleet, uid }: Farewell,
  signal: AbortSignal,
): Promise<number | null> {
  const thing = thingOf(machine);
  if (!thing) throw new ProviderFailure('fatal', `${machine} is no server of Robot`, WHOSE);
  if ('server' in thing) return thing.server;
  const order = await account.api.transaction(thing.transaction, signal);
  if (order) await mustBeOurs(account, order, fleet, uid);
  if (order?.status === 'cancelled') return null;
  if (order?.server_number != null) return order.server_number;
  if (order) {
    const message = `order ${order.id} is not delivered yet, and Robot cancels no order`;
    throw new ProviderFailure('transient', message, 'apply again once it is, or have Hetzner cancel it');
  }
  const servers = await account.api.servers();
  const named = servers.find(({ server_name }) => {
    const marker = markOf(server_name)?.marker;
    return marker?.fleet === fleet && marker.uid === uid;
  });
  if (named) return named.server_number;
  const message = `Robot has forgotten order ${thing.transaction}, and no server carries the mark of this object`;
  throw new ProviderFailure('fatal', message, 'see in Robot whether it was delivered');
}

async function mustBeOurs(account: Account, order: Transaction, fleet: string, uid: string): Promise<void> {
  const marker = await provenMarker(account, order, fleet);
  if (marker?.uid === uid) return;
  throw new ProviderFailure('fatal', `order ${order.id} does not carry the mark of this object`, WHOSE);
}

/** The day until which a server stays; null where it is gone. */
async function cancelled({ api }: Account, number: number, signal: AbortSignal): Promise<string | null> {
  const known = await api.cancellation(number, signal);
  if (!known) return null;
  if (known.cancelled) return dayOf(known);
  try {
    await api.cancel(number, formOf(known), signal);
  } catch (error) {
    // Somebody was quicker, or our own request was, whose answer was lost.
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
  }
  const now = await api.cancellation(number, signal);
  if (!now) return null;
  if (now.cancelled) return dayOf(now);
  const message = `server ${number} is not cancelled, though Robot was asked to`;
  throw new ProviderFailure('transient', message, 'apply again, or see the server in Robot');
}

/** A place in the rack that could be kept is not kept; where it could be, Robot wants to be told. */
function formOf({ earliest_cancellation_date: day, reservation_possible }: Cancellation) {
  return { cancellation_date: day, ...(reservation_possible && { reserve_location: 'false' }) };
}

function dayOf({ cancellation_date, earliest_cancellation_date }: Cancellation): string {
  return cancellation_date ?? earliest_cancellation_date;
}

/** A server that was given back before it was installed has its key still. */
async function clearKeyOf(account: Account, { server_name }: Server): Promise<void> {
  const marker = markOf(server_name)?.marker;
  if (marker) await clearKey(account, await account.keyFor(marker));
}
