import type { Machine, Task } from '../model/machine.ts';
import type { Price } from '../model/price.ts';
import type { RecordedObject } from '../model/recorded-object.ts';

/** What is known of a Host that was made. */
export interface MadeHost {
  readonly uid: string;
  /** The intent that made it. */
  readonly intent: string;
  readonly provider: string;
  readonly machine: Machine;
  /** What was agreed when it was ordered. */
  readonly price?: Price;
}

const STATES: Readonly<Record<Task, string>> = {
  network: 'configuring',
  bootstrap: 'bootstrapping',
  join: 'bootstrapping',
};

/** The status of a Host: `next` is the task that comes now, null where all is done; `reason` why that one failed. */
export function hostStatus(
  { uid, intent, provider, machine, price }: MadeHost,
  next: Task | null,
  reason?: string,
): RecordedObject['status'] {
  const state = reason !== undefined ? 'error' : next ? STATES[next] : 'active';
  return {
    state,
    uid,
    provider,
    machine: machine.id,
    addresses: machine.addresses,
    ...(machine.region !== null && { region: machine.region }),
    ...(machine.hostKey !== undefined && { hostKey: machine.hostKey }),
    intent,
    ...(price && { price }),
    ...(next && { task: next }),
    ...(reason !== undefined && { reason }),
  };
}

/** Reads back what a status says of a Host that was made. */
export function madeHost({ key, status }: RecordedObject): MadeHost {
  const { uid, intent, provider, machine, addresses, region, hostKey, price } = status;
  return {
    uid: String(uid),
    intent: String(intent),
    provider: String(provider),
    machine: {
      id: String(machine),
      name: key,
      marker: null,
      state: String(status['state']),
      addresses: Array.isArray(addresses) ? addresses.map(String) : [],
      region: typeof region === 'string' ? region : null,
      since: '',
      ...(typeof hostKey === 'string' && { hostKey }),
    },
    ...(price !== undefined && { price: price as Price }),
  };
}
