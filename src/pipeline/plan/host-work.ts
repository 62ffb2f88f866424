import type { Difference } from '../../model/comparison.ts';
import type { MachineOrder, Task } from '../../model/machine.ts';
import { TASKS } from '../../model/machine.ts';
import type { RecordedObject } from '../../model/recorded-object.ts';
import type { Verb } from '../../model/step.ts';
import type { HostOrders } from './host-orders.ts';

/** What a provider does for a Host, in an order and in words; without a provider the step is only recorded. */
export interface HostWork {
  readonly provider: string | null;
  readonly order?: MachineOrder;
  /** What is said of it after the summary. */
  readonly words: string;
}

const RECORDED: HostWork = { provider: null, words: '' };

/** Says what is to be done outside the repository where a Host differs, or is not finished. */
export function hostWork(
  { before, after, changes }: Difference,
  verb: Verb,
  { orders }: HostOrders,
): HostWork {
  const made = before !== null && isMade(before);
  if (verb === 'delete') {
    if (!made) return RECORDED;
    const provider = String(before.status['provider']);
    return { provider, words: `, given back to ${provider}` };
  }
  const found = after && orders.get(after.key);
  if (!found) return RECORDED;
  const { order, provider } = found;
  const { name } = provider.metadata;
  if (made) {
    const renamed = changes.some(({ path }) => path === 'spec.hostname');
    const tasks = tasksLeft(before, order) ?? (renamed ? (['network'] as const) : []);
    if (tasks.length === 0) return RECORDED;
    const words = renamed ? `, renamed at ${name}` : `, goes on with ${tasks[0]} at ${name}`;
    return { provider: name, order: { ...order, tasks }, words };
  }
  if (order.adopt !== undefined)
    return { provider: name, order, words: `, takes over machine ${order.adopt} at ${name}` };
  return { provider: name, order, words: `, from ${name}` };
}

/** Tells whether a provider made the machine of a recorded Host. */
export function isMade({ kind, status }: RecordedObject): boolean {
  return kind === 'Host' && typeof status['machine'] === 'string';
}

/** What an earlier apply left to do for a machine; undefined where it is finished. */
function tasksLeft({ status }: RecordedObject, order: MachineOrder): readonly Task[] | undefined {
  const next = TASKS.indexOf(status['task'] as Task);
  return next < 0 ? undefined : (order.tasks ?? []).filter((task) => TASKS.indexOf(task) >= next);
}
