import type { ClusterOrder, Machine, MachineOrder, Task } from '../model/machine.ts';
import type { ProviderFailure } from '../providers/provider-failure.ts';
import type { MadeHost } from './host-status.ts';
import { patiently } from './patiently.ts';
import type { ProviderOf } from './provider-of.ts';

/** Makes a machine join a cluster; done again, nothing changes. Fails with a ProviderFailure. */
export type Join = (machine: Machine, cluster: ClusterOrder, signal: AbortSignal) => Promise<void>;

/** Who does tasks. */
export interface TaskInputs {
  readonly fleet: string;
  readonly providerOf: ProviderOf;
  readonly join: Join;
  readonly signal: AbortSignal;
}

/** What came of a task: the machine as it is then, or why it failed. */
export type TaskResult = { readonly machine: Machine } | { readonly failure: ProviderFailure };

/** Does one task of an order for a machine that is made. Never fails. */
export async function doTask(
  task: Task,
  order: MachineOrder,
  host: MadeHost,
  inputs: TaskInputs,
): Promise<TaskResult> {
  const { signal } = inputs;
  try {
    // A task may be done again, so what nobody foresaw needs no decision.
    const machine = await patiently(() => perform(task, order, host, inputs), signal, 'fatal');
    // Known once, a host key stays: where it follows from a secret, that may be another one by now.
    const { hostKey = machine.hostKey } = host.machine;
    return { machine: hostKey === undefined ? machine : { ...machine, hostKey } };
  } catch (error) {
    return { failure: error as ProviderFailure };
  }
}

async function perform(
  task: Task,
  order: MachineOrder,
  { machine, uid, intent, provider: name }: MadeHost,
  { fleet, providerOf, join, signal }: TaskInputs,
): Promise<Machine> {
  if (task === 'join') {
    if (order.cluster) await join(machine, order.cluster, signal);
    return machine;
  }
  const provider = await providerOf(name);
  const marker = { fleet, uid, intent };
  return task === 'network'
    ? await provider.connect(machine, order, marker, signal)
    : await provider.bootstrap(machine, order, marker, signal);
}
