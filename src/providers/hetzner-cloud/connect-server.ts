import type { Machine, MachineOrder } from '../../model/machine.ts';
import { together } from '../http/together.ts';
import { ProviderFailure } from '../provider-failure.ts';
import type { ActionWatch } from './action-watch.ts';
import { OutOfSight } from './action-watch.ts';
import type { Action, DnsPtrRequest } from './api-types.ts';
import type { HetznerApi } from './hetzner-api.ts';

/** Gives each address of a server the name that its machine has, where that is a full one. */
export async function nameAddresses(
  api: HetznerApi,
  watch: ActionWatch,
  { id, addresses }: Machine,
  { hostname }: MachineOrder,
  signal: AbortSignal,
): Promise<void> {
  if (!hostname?.includes('.')) return;
  const path = `/servers/${id}/actions/change_dns_ptr`;
  const begun = await together(
    addresses.map(async (ip) => {
      const body: DnsPtrRequest = { ip, dns_ptr: hostname };
      const call = { method: 'POST', path, body, repeatable: true } as const;
      return (await api.call<{ action: Action }>(call, signal)).action;
    }),
  );
  try {
    await watch.finished(begun, signal);
  } catch (error) {
    if (!(error instanceof OutOfSight)) throw error;
    const message = `nobody saw whether the addresses of server ${id} got their name: ${error.message}`;
    throw new ProviderFailure('transient', message, 'apply again');
  }
}
