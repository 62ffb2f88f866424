import type { Act } from '../model/act.ts';
import type { ApplyEvent, ApplyTotals } from '../model/apply-event.ts';
import type { Intent } from '../model/intent.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import type { Occasion } from './acts-of.ts';
import { actsOf } from './acts-of.ts';
import { Course } from './course.ts';
import type { Join } from './do-task.ts';
import type { AskedStep } from './intent-of.ts';
import { intentOf, requestOf } from './intent-of.ts';
import type { Ledger, Moved } from './ledger.ts';
import { movedSteps, takenSteps } from './moved-steps.ts';
import { vain } from './outcome-acts.ts';
import type { ProviderOf } from './provider-of.ts';
import type { Ended, Work, WorkInputs } from './work.ts';
import { done, intended, nameOf, resumed } from './work.ts';

/** How long calls in flight may take after somebody asked to stop, in milliseconds. */
const GRACE_MS = 7000;
const HEARTBEAT_MS = 30_000;

/** What an apply needs besides the plan. */
export interface ApplyInputs extends Occasion {
  readonly ledger: Ledger;
  /** The state the plan was computed from. */
  readonly planned: RecordedState;
  /** Intents of earlier runs that are proven to have had no effect. */
  readonly absent: readonly Intent[];
  /** The epoch of the lease that is held. */
  readonly epoch: number;
  /** Fails with `lock.lost` when the lease is no longer ours. */
  readonly confirm: () => Promise<void>;
  readonly providerOf: ProviderOf;
  readonly join: Join;
  /** How many machines are made or given back at once. */
  readonly parallelism: number;
  readonly report: (event: ApplyEvent) => void;
  /** Aborted when somebody asks to stop: nothing new is begun, and what is under way is finished and recorded. */
  readonly signal: AbortSignal;
}

/**
 * Carries out a plan. Steps that are only recorded are written at once; for the others an intent is recorded first,
 * then the provider is asked once, then the outcome is recorded. What failed stops what needs it and nothing else.
 */
export async function applyPlan(plan: Plan, inputs: ApplyInputs): Promise<ApplyTotals> {
  return await new Run(plan, inputs).whole();
}

class Run {
  readonly #plan: Plan;
  readonly #inputs: ApplyInputs;
  readonly #course: Course;
  readonly #ended: Ended[] = [];
  readonly #late = new AbortController();
  readonly #work: WorkInputs;
  /** Intents of earlier runs to go on with, by step. */
  readonly #former: ReadonlyMap<string, Intent>;
  /** Those that nobody wants any more. */
  #obsolete: readonly Intent[];
  #wake: () => void = () => undefined;
  /** Why nothing new may be begun, though nobody asked to stop. */
  #lost: Error | null = null;

  constructor(plan: Plan, inputs: ApplyInputs) {
    this.#plan = plan;
    this.#inputs = inputs;
    this.#course = new Course(plan.steps);
    this.#work = { ...inputs, plan, fleet: plan.fleet, signal: this.#late.signal };
    const requests = new Set(plan.steps.filter(isAsked).map(requestOf));
    this.#former = new Map(
      inputs.absent.filter(({ request }) => requests.has(request)).map((intent) => [intent.step.id, intent]),
    );
    this.#obsolete = inputs.absent.filter(({ request }) => !requests.has(request));
  }

  async whole(): Promise<ApplyTotals> {
    const { ledger, signal, planned } = this.#inputs;
    const { steps, fleet, digest } = this.#plan;
    this.#inputs.report({ type: 'started', fleet, digest, steps: steps.length });
    const grace = this.#afterGrace(signal);
    this.#leaveUnresolved(ledger.recorded);
    if (planned.commit !== ledger.recorded.commit) this.#refuseMoved({ was: planned, is: ledger.recorded });
    for (;;) {
      await this.#write();
      this.#skipBlocked();
      if (this.#course.in('under way').length === 0) break;
      await this.#someEnd();
    }
    grace();
    if (this.#lost) throw this.#lost;
    return this.#totals();
  }

  /** Writes everything that can be written now, then begins what is to be done outside. */
  async #write(): Promise<void> {
    const { ledger, signal, parallelism, epoch, report } = this.#inputs;
    const ended = this.#ended.splice(0);
    let work: { step: Step; work: Work }[] = [];
    let recorded: Step[] = [];
    for (const { step, standing } of ended) this.#course.put(step, standing);
    await ledger.write(async (state, moved) => {
      if (moved) this.#refuseMoved(moved);
      const slots = parallelism - this.#course.in('under way').length;
      const wanted = signal.aborted ? [] : this.#course.next(slots);
      // Whoever broke our lease may be at it already. What is done is recorded all the same.
      const turn = wanted.length > 0 && (await this.#mayBegin()) ? wanted : [];
      recorded = turn.filter(({ provider }) => provider === null);
      const intents: Intent[] = [];
      work = turn.filter(isAsked).map((step) => {
        const again = resumed(step, this.#work);
        if (again) return { step, work: again };
        const intent = intentOf(step, this.#plan, epoch, this.#inputs, this.#former.get(step.id));
        intents.push(intent);
        return { step, work: intended(step, intent, this.#work) };
      });
      const acts: Act[] = [
        ...this.#obsolete
          .filter(({ id }) => state.intents.some((intent) => intent.id === id))
          .map((intent) => vain(intent, 'an earlier run did not get to it', this.#inputs)),
        ...ended.flatMap((end) => end.acts(state)),
        ...recorded.flatMap((step) => actsOf(step, this.#plan, this.#inputs)),
        ...this.#intending(intents),
      ];
      if (acts.length > 0)
        report({ type: 'recording', entries: acts.filter((act) => 'entry' in act).length });
      return acts;
    });
    this.#obsolete = [];
    for (const end of ended) this.#follow(end);
    for (const step of recorded) this.#finish(step);
    for (const { step, work: begun } of work) {
      this.#course.put(step, 'under way');
      report({ type: 'begun', ...nameOf(step), provider: String(step.provider) });
      this.#begin(begun);
    }
  }

  #finish(step: Step): void {
    this.#course.put(step, 'done');
    this.#inputs.report(done(step));
  }

  /** Tells of what is recorded now, and goes on with it; not once somebody asked to stop, or the lease is gone. */
  #follow({ step, event, next }: Ended): void {
    const { report, signal } = this.#inputs;
    if (event) report(event);
    if (!next) return;
    if (!signal.aborted && !this.#lost) {
      this.#begin(next);
      return;
    }
    this.#course.put(step, 'skipped');
    const message = 'its machine is made; what is left to do for it was not begun';
    report({ type: 'skipped', ...nameOf(step), message, hint: 'apply again: it goes on where it was' });
  }

  #begin(work: Work): void {
    void work().then((end) => {
      this.#ended.push(end);
      this.#wake();
    });
  }

  async #mayBegin(): Promise<boolean> {
    try {
      await this.#inputs.confirm();
      return true;
    } catch (error) {
      this.#lost = error instanceof Error ? error : new Error(String(error));
      return false;
    }
  }

  #intending(intents: readonly Intent[]): Act[] {
    if (intents.length === 0) return [];
    const { actor, now } = this.#inputs;
    const subject =
      intents.length === 1 ? `intend ${intents[0]?.step.id}` : `intend ${intents.length} steps at providers`;
    return [{ intents, author: actor, timestamp: now().toISOString(), subject }];
  }

  async #someEnd(): Promise<void> {
    const start = Date.now();
    const heartbeat = setInterval(() => {
      const awaited = this.#course.in('under way').map(({ id }) => id);
      const seconds = Math.round((Date.now() - start) / 1000);
      this.#inputs.report({ type: 'waiting', for: awaited.join(', '), seconds });
    }, HEARTBEAT_MS);
    while (this.#ended.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    clearInterval(heartbeat);
  }

  /** What somebody else changed meanwhile is not ours to change any more; what they did for us is done. */
  #refuseMoved({ was, is }: Moved): void {
    for (const step of takenSteps(this.#course.in('waiting'), is)) this.#finish(step);
    for (const step of movedSteps(this.#course.in('waiting'), was, is)) {
      this.#course.put(step, 'failed');
      const message = 'somebody else changed it after this was planned';
      this.#inputs.report({
        type: 'failed',
        ...nameOf(step),
        message,
        hint: 'plan again on top of their work',
      });
    }
    this.#leaveUnresolved(is);
    this.#skipBlocked();
  }

  /** An address of which nobody knows what became of it is left alone until a person decides. */
  #leaveUnresolved({ intents }: RecordedState): void {
    const absent = new Set(this.#inputs.absent.map(({ id }) => id));
    const open = new Map(
      intents.filter(({ id }) => !absent.has(id)).map((intent) => [intent.step.address, intent]),
    );
    for (const step of this.#course.in('waiting')) {
      const intent = open.get(step.address);
      if (!intent) continue;
      this.#course.put(step, 'unresolved');
      const message = intent.unresolved ?? 'another run is at it';
      const hint = `settle it with \`stowage resolve ${intent.id}\``;
      this.#inputs.report({ type: 'unresolved', ...nameOf(step), message, hint });
    }
  }

  #skipBlocked(): void {
    for (const { step, by } of this.#course.blocked()) {
      this.#course.put(step, 'skipped');
      const hint = 'apply again once that is mended';
      this.#inputs.report({ type: 'skipped', ...nameOf(step), message: `it needs ${by}`, hint });
    }
  }

  /** Calls that are still under way when the grace is over are given up; their intents tell the next run. */
  #afterGrace(signal: AbortSignal): () => void {
    let timer: NodeJS.Timeout | undefined;
    const begin = (): void => {
      timer = setTimeout(() => this.#late.abort(), GRACE_MS);
    };
    if (signal.aborted) begin();
    signal.addEventListener('abort', begin, { once: true });
    return () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', begin);
    };
  }

  #totals(): ApplyTotals {
    const { ledger, report } = this.#inputs;
    const { commit, serial, intents } = ledger.recorded;
    const totals: ApplyTotals = {
      steps: this.#course.in('done').length,
      entries: ledger.entries,
      commit,
      serial,
      failed: this.#course.in('failed').length,
      skipped: this.#course.in('skipped').length + this.#course.in('waiting').length,
      unresolved: intents.length,
    };
    report({ type: 'finished', ...totals });
    return totals;
  }
}

function isAsked(step: Step): step is AskedStep {
  return step.provider !== null;
}
