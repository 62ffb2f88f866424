import { decodeTime } from 'ulid';
import type { FoundMachine, Machine, Marker } from '../../model/machine.ts';
import type { Account } from './account.ts';
import { markOf } from './marks.ts';
import { regionOf } from './order-form.ts';
import type { Server, Transaction } from './robot-types.ts';

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/i;
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z';
const TRANSACTION = 'transaction:';

/**
 * A server as everybody else sees it. Robot tells of no server since when it is there: of one of ours it is the time of
 * its intent. The host key is the one it is installed with.
 */
export async function machineOf(account: Account, server: Server): Promise<Machine> {
  const { server_number, server_name, dc, status, cancelled } = server;
  const mark = markOf(server_name);
  return {
    id: String(server_number),
    name: mark?.host ?? server_name,
    marker: mark?.marker ?? null,
    state: cancelled ? 'cancelled' : status,
    addresses: addressesOf(server),
    region: regionOf(dc),
    since: mark ? sinceOf(mark.marker) : UNKNOWN_TIME,
    ...(mark && { hostKey: (await account.hostKeyFor(mark.marker)).publicKey }),
  };
}

/** An order that is not delivered yet. It has no number, so its id is the transaction's until it has. */
export function orderedMachine(
  { id, status, date, server_ip, product }: Transaction,
  name: string,
  marker: Marker | null,
): Machine {
  return {
    id: TRANSACTION + id,
    name,
    marker,
    state: status,
    addresses: server_ip === null ? [] : [server_ip],
    region: product?.location ? regionOf(product.location) : null,
    since: new Date(date).toISOString(),
  };
}

/** Which server, or which order, a machine's id means; null where it is none of Robot's. */
export function thingOf(id: string): { readonly server: number } | { readonly transaction: string } | null {
  if (id.startsWith(TRANSACTION)) return { transaction: id.slice(TRANSACTION.length) };
  return /^\d+$/.test(id) ? { server: Number(id) } : null;
}

/** A server with what is known of it; Robot tells neither its hardware nor its price. */
export async function foundMachine(account: Account, server: Server): Promise<FoundMachine> {
  return {
    machine: await machineOf(account, server),
    parameters: { product_id: server.product },
    image: null,
    resources: {},
    price: null,
  };
}

/** Its IPv4 address, and the one of its /64 that installimage gives it. */
function addressesOf({ server_ip, server_ipv6_net }: Server): string[] {
  const net = server_ipv6_net?.replace(/\/\d+$/, '');
  return [...(server_ip ? [server_ip] : []), ...(net ? [`${net}2`] : [])];
}

function sinceOf({ intent }: Marker): string {
  return ULID.test(intent) ? new Date(decodeTime(intent.toUpperCase())).toISOString() : UNKNOWN_TIME;
}
