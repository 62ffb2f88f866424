import type { Act } from '../model/act.ts';
import type { ApplyTotals } from '../model/apply-event.ts';
import type { Intent } from '../model/intent.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import { actsOf } from './acts-of.ts';
import { afterGrace } from './after-grace.ts';
import type { ApplyInputs } from './apply-inputs.ts';
import type { FormerIntents } from './former-intents.ts';
import { formerIntents } from './former-intents.ts';
import type { AskedStep } from './intent-of.ts';
import { intentOf } from './intent-of.ts';
import { intending } from './intending.ts';
import { vain } from './outcome-acts.ts';
import { ToldCourse } from './told-course.ts';
import { UnderWay } from './under-way.ts';
import type { Ended, Work, WorkInputs } from './work.ts';
import { intended, resumed } from './work.ts';

/** The steps whose turn it is, and what is to be recorded before they are taken. */
interface Turn {
  /** Those that are done once that is recorded. */
  readonly recorded: readonly Step[];
  readonly begun: readonly { readonly step: Step; readonly work: Work }[];
  readonly acts: readonly Act[];
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
  readonly #course: ToldCourse;
  readonly #underWay: UnderWay;
  readonly #former: FormerIntents;
  readonly #late = new AbortController();
  readonly #work: WorkInputs;
  /** Why nothing new may be begun, though nobody asked to stop. */
  #lost: Error | null = null;

  constructor(plan: Plan, inputs: ApplyInputs) {
    this.#plan = plan;
    this.#inputs = inputs;
    this.#course = new ToldCourse(plan.steps, inputs);
    this.#underWay = new UnderWay(inputs.report);
    this.#former = formerIntents(inputs.absent, plan.steps.filter(isAsked));
    this.#work = { ...inputs, plan, fleet: plan.fleet, signal: this.#late.signal };
  }

  async whole(): Promise<ApplyTotals> {
    const { ledger, signal, planned, report } = this.#inputs;
    const { steps, fleet, digest } = this.#plan;
    report({ type: 'started', fleet, digest, steps: steps.length });
    const callOff = afterGrace(signal, () => this.#late.abort());
    this.#course.leaveUnresolved(ledger.recorded);
    if (planned.commit !== ledger.recorded.commit)
      this.#course.refuseMoved({ was: planned, is: ledger.recorded });
    for (;;) {
      await this.#write();
      this.#course.skipBlocked();
      const awaited = this.#course.in('under way').map(({ id }) => id);
      if (awaited.length === 0) break;
      await this.#underWay.someEnd(awaited);
    }
    callOff();
    if (this.#lost) throw this.#lost;
    return this.#totals();
  }

  /** Writes everything that can be written now, then begins what is to be done outside. */
  async #write(): Promise<void> {
    const { ledger, report } = this.#inputs;
    const ended = this.#underWay.takeEnded();
    for (const { step, standing } of ended) this.#course.put(step, standing);
    let turn: Turn = { recorded: [], begun: [], acts: [] };
    await ledger.write(async (state, moved) => {
      if (moved) this.#course.refuseMoved(moved);
      turn = await this.#turn();
      const acts = [...this.#dropped(state), ...ended.flatMap((end) => end.acts(state)), ...turn.acts];
      if (acts.length > 0)
        report({ type: 'recording', entries: acts.filter((act) => 'entry' in act).length });
      return acts;
    });
    for (const end of ended) this.#follow(end);
    for (const step of turn.recorded) this.#course.finish(step);
    for (const { step, work } of turn.begun) {
      this.#course.begin(step);
      this.#underWay.begin(work);
    }
  }

  /** Intents that nobody wants any more, while they are still there. */
  #dropped({ intents }: RecordedState): Act[] {
    const open = new Set(intents.map(({ id }) => id));
    return this.#former.obsolete
      .filter(({ id }) => open.has(id))
      .map((intent) => vain(intent, 'an earlier run did not get to it', this.#inputs));
  }

  async #turn(): Promise<Turn> {
    const { signal, parallelism } = this.#inputs;
    const slots = parallelism - this.#course.in('under way').length;
    const wanted = signal.aborted ? [] : this.#course.next(slots);
    // Whoever broke our lease may be at it already. What is done is recorded all the same.
    const steps = wanted.length > 0 && (await this.#mayBegin()) ? wanted : [];
    const recorded = steps.filter(({ provider }) => provider === null);
    const begun = steps.filter(isAsked).map((step) => this.#workOn(step));
    const intents = begun.flatMap(({ intent }) => intent ?? []);
    return {
      recorded,
      begun,
      acts: [
        ...recorded.flatMap((step) => actsOf(step, this.#plan, this.#inputs)),
        ...intending(intents, this.#inputs),
      ],
    };
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

  #workOn(step: AskedStep): { readonly step: Step; readonly work: Work; readonly intent: Intent | null } {
    const again = resumed(step, this.#work);
    if (again) return { step, work: again, intent: null };
    const former = this.#former.wanted.get(step.id) ?? { uid: this.#inputs.reclaimed?.get(step.id) };
    const intent = intentOf(step, this.#plan, this.#inputs.epoch, this.#inputs, former);
    return { step, work: intended(step, intent, this.#work), intent };
  }

  /** Tells of what is recorded now, and goes on with it; not once somebody asked to stop, or the lease is gone. */
  #follow({ step, event, next }: Ended): void {
    if (event) this.#inputs.report(event);
    if (!next) return;
    if (this.#inputs.signal.aborted || this.#lost) this.#course.interrupt(step);
    else this.#underWay.begin(next);
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
