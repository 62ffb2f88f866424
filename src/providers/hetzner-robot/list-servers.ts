import type { Machine } from '../../model/machine.ts';
import type { Account } from './account.ts';
import { provenMarker } from './find-order.ts';
import { machineOf, orderedMachine } from './machine-of.ts';
import { markOf } from './marks.ts';

/** The servers that carry the mark of a fleet, and the orders of it that have no server with a mark yet. */
export async function listServers(account: Account, fleet: string): Promise<Machine[]> {
  const { api } = account;
  // Orders first: one that is delivered between the two looks is among the servers then, and not lost.
  const orders = (await api.transactions()).filter(({ status }) => status !== 'cancelled');
  const named = (await api.servers()).filter(
    ({ server_name }) => markOf(server_name)?.marker.fleet === fleet,
  );
  const numbers = new Set<number | null>(named.map(({ server_number }) => server_number));
  const machines = await Promise.all(named.map((server) => machineOf(account, server)));
  const known = new Set(machines.map(({ marker }) => marker?.intent));
  for (const order of orders) {
    if (order.server_number !== null && numbers.has(order.server_number)) continue;
    const marker = await provenMarker(account, order, fleet);
    if (marker && !known.has(marker.intent)) machines.push(orderedMachine(order, order.id, marker));
  }
  return machines;
}
