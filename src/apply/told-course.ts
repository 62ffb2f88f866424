import type { ApplyEvent } from '../model/apply-event.ts';
import type { Intent } from '../model/intent.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import { Course } from './course.ts';
import type { Moved } from './ledger.ts';
import { movedSteps, takenSteps } from './moved-steps.ts';
import { done, nameOf } from './work.ts';

/** Whom a course tells, and of which intents it is known that they had no effect. */
export interface ToldCourseInputs {
  readonly report: (event: ApplyEvent) => void;
  readonly absent: readonly Intent[];
}

/** A course that tells of every step that begins, is done, or is not to be taken, and why. */
export class ToldCourse extends Course {
  readonly #report: (event: ApplyEvent) => void;
  readonly #absent: ReadonlySet<string>;

  constructor(steps: readonly Step[], { report, absent }: ToldCourseInputs) {
    super(steps);
    this.#report = report;
    this.#absent = new Set(absent.map(({ id }) => id));
  }

  begin(step: Step): void {
    this.put(step, 'under way');
    this.#report({ type: 'begun', ...nameOf(step), provider: String(step.provider) });
  }

  finish(step: Step): void {
    this.put(step, 'done');
    this.#report(done(step));
  }

  /** Its machine is made, and what is left to do for it waits for the next run. */
  interrupt(step: Step): void {
    const message = 'its machine is made; what is left to do for it was not begun';
    this.#setAside(step, 'skipped', message, 'apply again: it goes on where it was');
  }

  /** What somebody else changed meanwhile is not ours to change any more; what they did for us is done. */
  refuseMoved({ was, is }: Moved): void {
    for (const step of takenSteps(this.in('waiting'), is)) this.finish(step);
    const message = 'somebody else changed it after this was planned';
    for (const step of movedSteps(this.in('waiting'), was, is))
      this.#setAside(step, 'failed', message, 'plan again on top of their work');
    this.leaveUnresolved(is);
    this.skipBlocked();
  }

  /** An address of which nobody knows what became of it is left alone until a person decides. */
  leaveUnresolved({ intents }: RecordedState): void {
    const open = new Map(
      intents.filter(({ id }) => !this.#absent.has(id)).map((intent) => [intent.step.address, intent]),
    );
    for (const step of this.in('waiting')) {
      const intent = open.get(step.address);
      if (!intent) continue;
      const message = intent.unresolved ?? 'another run is at it';
      this.#setAside(step, 'unresolved', message, `settle it with \`stowage resolve ${intent.id}\``);
    }
  }

  skipBlocked(): void {
    for (const { step, by } of this.blocked())
      this.#setAside(step, 'skipped', `it needs ${by}`, 'apply again once that is mended');
  }

  #setAside(step: Step, why: 'failed' | 'skipped' | 'unresolved', message: string, hint: string): void {
    this.put(step, why);
    this.#report({ type: why, ...nameOf(step), message, hint });
  }
}
