import type { Machine, MachineOrder, Marker } from '../../model/machine.ts';
import { stopped } from '../http/wait.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Account } from './account.ts';
import { claimKey, clearKey, LOOK } from './claim-key.ts';
import { cancelledFailure, delivered } from './delivery.ts';
import type { KnownOrders } from './find-order.ts';
import { findOrder } from './find-order.ts';
import { orderedMachine } from './machine-of.ts';
import { markedMachine } from './mark-server.ts';
import { orderForm, parametersOf, regionOf } from './order-form.ts';
import type { OrderKey } from './order-key.ts';
import { checkCap, priceOf } from './product-price.ts';
import type { Transaction } from './robot-types.ts';

/**
 * Orders a server, unless the order of this mark is known already, and waits until it is delivered. Stopped before that,
 * it answers with the order as it stands, which `connect` goes on waiting for.
 */
export async function makeServer(
  account: Account,
  order: MachineOrder,
  marker: Marker,
  signal: AbortSignal,
): Promise<Machine> {
  if (signal.aborted) throw stopped();
  if (order.adopt !== undefined) throw adoptsNothing();
  const key = await account.keyFor(marker);
  const known = await findOrder(account, key, marker, signal);
  const placed = known.live ?? (await place(account, order, marker, key, known, signal));
  const seen = await delivered(account.api, placed, signal);
  if (seen.status === 'cancelled') {
    await clearKey(account, key);
    throw cancelledFailure(seen);
  }
  if (seen.server_number === null) return orderedMachine(seen, order.name, marker);
  try {
    return await markedMachine(account, seen.server_number, order.name, marker, signal);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    // It is there and ours, whatever else does not work now.
    return orderedMachine(seen, order.name, marker);
  }
}

export function adoptsNothing(): ProviderFailure {
  const message = 'hetzner-robot takes over no machine that stands already';
  return new ProviderFailure('profile', message, 'leave spec.adopt out, or declare it as a Compute');
}

async function place(
  account: Account,
  order: MachineOrder,
  marker: Marker,
  key: OrderKey,
  known: KnownOrders,
  signal: AbortSignal,
): Promise<Transaction> {
  refuseTwice(known, order);
  const { api, allowOrders, priceCap } = account;
  const { product_id } = parametersOf(order);
  const product = await api.product(product_id);
  if (!product)
    throw new ProviderFailure('profile', `Robot has no product ${product_id}`, 'correct the profile');
  const price = priceOf(product, order);
  if (!allowOrders) return await tryOnly(account, order);
  checkCap(price, priceCap, order);
  await claimKey(account, key, marker, signal);
  try {
    account.spareKeys.delete(key.fingerprint);
    return await api.order(orderForm(order, key.fingerprint, false), signal);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    if (error.failure !== 'ambiguous') {
      account.spareKeys.add(key.fingerprint);
      await clearKey(account, key);
      throw error;
    }
    // No request is ever made twice here: it is looked for once, and then it is a person's affair.
    const { live } = await findOrder(account, key, marker).catch(() => ({ live: null }));
    if (live) return live;
    throw new ProviderFailure('ambiguous', `nobody can tell whether it was ordered: ${error.message}`, LOOK);
  }
}

/** What went before forbids another order, or one in this region. */
function refuseTwice({ cancelled, strange }: KnownOrders, { region }: MachineOrder): void {
  const [other] = strange;
  if (other) {
    const message = `order ${other.id} has a key named after this intent, and it is not the key of it`;
    throw new ProviderFailure('ambiguous', message, LOOK);
  }
  const here = cancelled.find(({ product }) => {
    return region === null || !product?.location || regionOf(product.location) === region;
  });
  if (here) throw cancelledFailure(here);
}

/** Without leave to order, Robot is asked whether it would take the order, which makes nothing. */
async function tryOnly({ api }: Account, order: MachineOrder): Promise<never> {
  await api.order(orderForm(order, null, true));
  throw new ProviderFailure(
    'permission',
    `the order of ${order.name} was only tested; Robot would take it`,
    ALLOW,
  );
}

/** What a person does who wants to order. */
export const ALLOW = 'to order it, set spec.allowOrders: true and spec.priceCap of the ComputeProvider';
