import type { Act } from '../model/act.ts';
import type { ApplyEvent } from '../model/apply-event.ts';
import { FAILURE_CODES } from '../model/failure-class.ts';
import type { Intent } from '../model/intent.ts';
import type { MachineOrder, Task } from '../model/machine.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import type { ProviderFailure } from '../providers/provider-failure.ts';
import type { Occasion } from './acts-of.ts';
import type { Outcome } from './carry-out.ts';
import { carryOut } from './carry-out.ts';
import type { Standing } from './course.ts';
import type { TaskInputs } from './do-task.ts';
import { doTask } from './do-task.ts';
import type { MadeHost } from './host-status.ts';
import { madeHost } from './host-status.ts';
import { outcomeActs } from './outcome-acts.ts';
import { taskActs, taskAfter } from './task-acts.ts';

/** What came of a piece of work on a step, and what follows from it. */
export interface Ended {
  readonly step: Step;
  readonly standing: Exclude<Standing, 'waiting' | 'skipped'>;
  /** What is to be recorded, in the state as it is then. */
  acts(state: RecordedState): Act[];
  /** What is told once that is recorded; null while the step goes on. */
  readonly event: ApplyEvent | null;
  /** The work that comes next. */
  readonly next: Work | null;
}

/** Something that is done outside the repository. Never fails. */
export type Work = () => Promise<Ended>;

/** What work needs. */
export interface WorkInputs extends TaskInputs, Occasion {
  readonly plan: Plan;
}

/** The work of carrying out an intent, and then the tasks of its order. */
export function intended(step: Step, intent: Intent, inputs: WorkInputs): Work {
  const { fleet, providerOf, signal } = inputs;
  return async () => {
    const outcome = await carryOut(intent, fleet, providerOf, signal);
    const next = outcome.of === 'made' ? firstTask(step, intent, outcome, inputs) : null;
    return {
      step,
      standing: next ? 'under way' : standingAfter(outcome),
      acts: (state) => outcomeActs(intent, outcome, state, inputs),
      event: next ? null : eventOf(step, outcome),
      next,
    };
  };
}

/** The work of going on with a machine that is made already; null where the step is about none. */
export function resumed(step: Step, inputs: WorkInputs): Work | null {
  const before = step.effect.of === 'object' ? step.effect.before : null;
  const task = step.order ? taskAfter(null, step.order) : null;
  if (step.verb !== 'update' || !step.order || !task || typeof before?.status['machine'] !== 'string')
    return null;
  return taskWork(step, task, step.order, madeHost(before), inputs);
}

function firstTask(
  step: Step,
  { id, uid }: Intent,
  { machine }: Extract<Outcome, { of: 'made' }>,
  inputs: WorkInputs,
): Work | null {
  const { order, provider } = step;
  const task = order ? taskAfter(null, order) : null;
  if (!order || !task || provider === null) return null;
  return taskWork(step, task, order, { uid, intent: id, provider, machine, price: order.price }, inputs);
}

function taskWork(step: Step, task: Task, order: MachineOrder, host: MadeHost, inputs: WorkInputs): Work {
  return async () => {
    const result = await doTask(task, order, host, inputs);
    const after = taskAfter(task, order);
    const failure = 'failure' in result ? result.failure : null;
    const next =
      'machine' in result && after
        ? taskWork(step, after, order, { ...host, machine: result.machine }, inputs)
        : null;
    return {
      step,
      standing: failure ? 'failed' : next ? 'under way' : 'done',
      acts: (state) => taskActs({ step, task, order, host, result }, inputs.plan, state, inputs),
      event: failure ? failed(step, failure, `${task}: `) : next ? null : done(step),
      next,
    };
  };
}

function standingAfter({ of }: Outcome): Ended['standing'] {
  return of === 'failed' ? 'failed' : of === 'unclear' ? 'unresolved' : 'done';
}

function eventOf(step: Step, outcome: Outcome): ApplyEvent {
  if (outcome.of === 'failed') return failed(step, outcome.failure, '');
  if (outcome.of !== 'unclear') return done(step);
  const hint = 'run `stowage resolve` to see what it may have become';
  return { type: 'unresolved', ...nameOf(step), code: FAILURE_CODES.ambiguous, message: outcome.why, hint };
}

function failed(step: Step, { failure, message, hint }: ProviderFailure, at: string): ApplyEvent {
  return { type: 'failed', ...nameOf(step), code: FAILURE_CODES[failure], message: at + message, hint };
}

/** Tells that a step is done. */
export function done(step: Step): ApplyEvent {
  const { provider, summary } = step;
  return { type: 'done', ...nameOf(step), provider, summary };
}

/** What a step is told by. */
export function nameOf({ id, verb, address }: Step) {
  return { step: id, verb, address };
}
