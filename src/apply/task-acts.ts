import type { Act } from '../model/act.ts';
import type { MachineOrder, Task } from '../model/machine.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import type { Occasion } from './acts-of.ts';
import type { TaskResult } from './do-task.ts';
import type { MadeHost } from './host-status.ts';
import { hostStatus } from './host-status.ts';

/** A task of a step, and what came of it. */
export interface TaskDone {
  readonly step: Step;
  readonly task: Task;
  readonly order: MachineOrder;
  readonly host: MadeHost;
  readonly result: TaskResult;
}

const WORDS: Readonly<Record<Task, (host: string) => string>> = {
  network: (host) => `configure the networking of ${host}`,
  bootstrap: (host) => `bootstrap ${host}`,
  join: (host) => `join ${host} to its cluster`,
};

/** The task that comes after one; null after the last. */
export function taskAfter(task: Task | null, { tasks = [] }: MachineOrder): Task | null {
  return tasks[task === null ? 0 : tasks.indexOf(task) + 1] ?? null;
}

/** Records what came of a task: the Host is one task further, or it is in error and says why. */
export function taskActs(
  { step, task, order, host, result }: TaskDone,
  { digest, basedOn }: Plan,
  { objects }: RecordedState,
  { actor, now, newId }: Occasion,
): Act[] {
  const wanted = step.effect.of === 'object' ? step.effect.after : null;
  const known = objects.find(({ kind, key }) => kind === wanted?.kind && key === wanted.key);
  // Somebody gave it back meanwhile.
  if (!wanted || !known || known.status['machine'] !== host.machine.id) return [];
  const status =
    'machine' in result
      ? hostStatus({ ...host, machine: result.machine }, taskAfter(task, order))
      : hostStatus(host, task, result.failure.message);
  const time = now();
  const { name } = wanted.metadata;
  const words = WORDS[task](`Host ${name}`);
  return [
    {
      entry: {
        id: newId(time),
        timestamp: time.toISOString(),
        category: 'hardware',
        author: actor,
        compute: name,
        subject: 'machine' in result ? words : `could not ${words}`,
        content: 'machine' in result ? '' : `${result.failure.failure}: ${result.failure.message}`,
        origin: { plan: digest, step: step.id, desired: basedOn.desired },
      },
      effect: { of: 'object', before: known, after: { ...wanted, status } },
    },
  ];
}
