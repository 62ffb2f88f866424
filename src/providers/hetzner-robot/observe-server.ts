import type { Intent } from '../../model/intent.ts';
import type { Machine, Marker } from '../../model/machine.ts';
import type { Observation } from '../provider.ts';
import type { Account } from './account.ts';
import { findOrder } from './find-order.ts';
import { isOurs } from './is-ours.ts';
import { machineOf, orderedMachine, thingOf } from './machine-of.ts';
import { carries, markOf } from './marks.ts';
import type { Transaction } from './robot-types.ts';

/** Robot forgets orders after 30 days; a day of it is left for clocks that differ. */
const WINDOW_MS = 29 * 24 * 3_600_000;

/**
 * What became of an intent. To make a server: by the key of its order, and by the server's name once Robot has forgotten
 * the order. That nothing was ordered is proven only where not even the key is there, as the key goes first.
 */
export async function observeServer(account: Account, intent: Intent, fleet: string): Promise<Observation> {
  const { id, uid, step } = intent;
  const { effect } = step;
  const object = effect.of === 'object' ? (effect.after ?? effect.before) : null;
  const marker: Marker = { fleet, intent: id, uid };
  if (step.verb === 'delete') return await observeLeaving(account, object?.status['machine'], marker);
  const name = object?.key ?? '';
  const key = await account.keyFor(marker);
  const { live, strange } = await findOrder(account, key, marker);
  if (live) return { found: 'ours', machine: await orderOrServer(account, live, name, marker) };
  const named = await serverOf(account, marker);
  if (named) return { found: 'ours', machine: named };
  const candidates = strange.map((one) => orderedMachine(one, name, null));
  const unclear = (why: string): Observation => ({ found: 'unclear', why, candidates });
  if (strange.length > 0)
    return unclear('an order has a key named after this intent, and it is not the key of it');
  if (await account.api.key(key.fingerprint)) {
    return unclear('its key is at Robot and its order is not to be seen: it may have been sent');
  }
  const isForgotten = Date.now() - Date.parse(intent.since) > WINDOW_MS;
  if (isForgotten) return unclear('it is older than the 30 days that Robot tells of');
  return { found: 'nothing' };
}

/** A server, or an order, that is to be given back; one that is cancelled stands until its day. */
async function observeLeaving(account: Account, id: unknown, marker: Marker): Promise<Observation> {
  const thing = typeof id === 'string' ? thingOf(id) : null;
  if (!thing) return { found: 'nothing' };
  const order = 'transaction' in thing ? await account.api.transaction(thing.transaction) : null;
  if (order?.status === 'cancelled') return { found: 'nothing' };
  const number = 'server' in thing ? thing.server : order?.server_number;
  // Nothing is given back by looking.
  if (order && number == null) return { found: 'ours', machine: orderedMachine(order, '', marker) };
  if (number == null) return { found: 'unclear', why: 'Robot has forgotten its order', candidates: [] };
  const server = await account.api.server(number);
  if (!server) return { found: 'nothing' };
  const machine = await machineOf(account, server);
  if (await isOurs(account, server, marker)) return { found: 'ours', machine };
  return { found: 'unclear', why: `server ${number} does not carry its mark`, candidates: [machine] };
}

/** The machine of an order: its server once it is delivered. */
async function orderOrServer(
  account: Account,
  order: Transaction,
  name: string,
  marker: Marker,
): Promise<Machine> {
  const server = order.server_number === null ? null : await account.api.server(order.server_number);
  if (!server || !markOf(server.server_name)) return orderedMachine(order, name, marker);
  return await machineOf(account, server);
}

async function serverOf(account: Account, { fleet, intent, uid }: Marker): Promise<Machine | null> {
  const servers = await account.api.servers();
  const server = servers.find((one) => {
    return carries(one.server_name, { fleet, uid }) && markOf(one.server_name)?.marker.intent === intent;
  });
  return server ? await machineOf(account, server) : null;
}
