import type { Marker } from '../../model/machine.ts';
import type { Account } from './account.ts';
import { claimOf } from './order-key.ts';
import type { OrderKey } from './order-key.ts';
import type { Transaction } from './robot-types.ts';

/** What Robot tells of the order of a mark. */
export interface KnownOrders {
  /** The one that is under way or delivered. */
  readonly live: Transaction | null;
  /** Those that came to nothing. */
  readonly cancelled: readonly Transaction[];
  /** Those whose key claims to be of this intent and is not ours, as after the account's secret was changed. */
  readonly strange: readonly Transaction[];
}

/** Finds the order of a mark among those of the last 30 days: by the fingerprint of its key, which proves it. */
export async function findOrder(
  { api }: Account,
  key: OrderKey,
  { intent }: Marker,
  signal?: AbortSignal,
): Promise<KnownOrders> {
  const all = await api.transactions(signal);
  const ours = all.filter((one) => hasKey(one, key));
  return {
    live: ours.find(({ status }) => status !== 'cancelled') ?? null,
    cancelled: ours.filter(({ status }) => status === 'cancelled'),
    strange: all.filter((one) => !ours.includes(one) && claims(one).some((claim) => claim.intent === intent)),
  };
}

/** Whether an order was placed with a key. */
export function hasKey({ authorized_key = [] }: Transaction, { fingerprint }: OrderKey): boolean {
  return authorized_key.some(({ key }) => key.fingerprint === fingerprint);
}

/** What the keys of an order claim by their names. */
export function claims({ authorized_key = [] }: Transaction): { intent: string; uid: string }[] {
  return authorized_key.flatMap(({ key }) => claimOf(key.name) ?? []);
}

/** The mark of an order, where its key proves that it is of this fleet. */
export async function provenMarker(
  account: Account,
  order: Transaction,
  fleet: string,
): Promise<Marker | null> {
  for (const { intent, uid } of claims(order)) {
    const marker = { fleet, intent, uid };
    if (hasKey(order, await account.keyFor(marker))) return marker;
  }
  return null;
}
