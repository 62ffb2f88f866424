import type { Marker } from '../../model/machine.ts';
import type { Account } from './account.ts';
import { provenMarker } from './find-order.ts';
import { carries, markOf } from './marks.ts';
import type { Server } from './robot-types.ts';

/**
 * Whether a server realises an object: its name says so, or, where it was not named yet, the key of its order proves it.
 */
export async function isOurs(
  account: Account,
  { server_name, server_number }: Server,
  { fleet, uid }: Pick<Marker, 'fleet' | 'uid'>,
  signal?: AbortSignal,
): Promise<boolean> {
  if (carries(server_name, { fleet, uid })) return true;
  if (markOf(server_name)) return false;
  const orders = await account.api.transactions(signal);
  const order = orders.find((one) => one.server_number === server_number);
  return order !== undefined && (await provenMarker(account, order, fleet))?.uid === uid;
}
