import type { Marker } from '../../model/machine.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { Account } from './account.ts';
import { Refusal } from './failure-of.ts';
import type { OrderKey } from './order-key.ts';

/** What a person does where nobody can tell whether something was ordered. */
export const LOOK = 'see the orders in Robot, and settle it with `stowage resolve`';

/** Adds the key of an order. Only one run can, so of two that are at the same intent only one orders. */
export async function claimKey(
  account: Account,
  key: OrderKey,
  marker: Marker,
  signal: AbortSignal,
): Promise<void> {
  const { api, spareKeys } = account;
  if (spareKeys.has(key.fingerprint)) return;
  try {
    await api.addKey(key.name, key.publicKey, signal);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'KEY_ALREADY_EXISTS') {
      const message = `the key of intent ${marker.intent} is at Robot already: another run ordered with it, or was about to`;
      throw new ProviderFailure('ambiguous', message, LOOK);
    }
    if (!(error instanceof ProviderFailure) || error.failure !== 'ambiguous') throw error;
    if (!(await api.key(key.fingerprint, signal))) {
      throw new ProviderFailure('transient', error.message, 'nothing was ordered; apply again');
    }
  }
  spareKeys.add(key.fingerprint);
}

/** A key that is left behind costs nothing; what became of the order is what counts. */
export async function clearKey({ api, spareKeys }: Account, { fingerprint }: OrderKey): Promise<void> {
  try {
    await api.deleteKey(fingerprint);
    spareKeys.delete(fingerprint);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
  }
}
