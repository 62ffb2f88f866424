import type { Step } from '../model/step.ts';

/** Where a step is: not begun; asked of its provider; ended in one way or another. */
export type Standing = 'waiting' | 'under way' | 'done' | 'failed' | 'skipped' | 'unresolved';

/** How far each step of a plan has got. */
export class Course {
  readonly #steps: readonly Step[];
  readonly #standing = new Map<string, Standing>();

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
    for (const { id } of steps) this.#standing.set(id, 'waiting');
  }

  of({ id }: Step): Standing {
    return this.#standing.get(id) ?? 'waiting';
  }

  put({ id }: Step, standing: Standing): void {
    this.#standing.set(id, standing);
  }

  /** The steps that stand so, in the plan's order. */
  in(standing: Standing): Step[] {
    return this.#steps.filter((step) => this.of(step) === standing);
  }

  /**
   * The steps whose turn it is: those only recorded count as done for the ones after them, for they are written in
   * this order at once; of those that a provider takes, no more than `slots`.
   */
  next(slots: number): Step[] {
    const now = new Set<string>();
    let free = slots;
    return this.in('waiting').filter((step) => {
      if (!step.needs.every((id) => this.#isDone(id) || now.has(id))) return false;
      if (step.provider === null) now.add(step.id);
      else if (free-- <= 0) return false;
      return true;
    });
  }

  /** Waiting steps that can never have their turn, and the step each of them needs in vain. */
  blocked(): { step: Step; by: string }[] {
    const gone = new Set<string>(
      this.#steps
        .filter((step) => ['failed', 'skipped', 'unresolved'].includes(this.of(step)))
        .map(({ id }) => id),
    );
    return this.in('waiting').flatMap((step) => {
      const by = step.needs.find((id) => gone.has(id));
      if (by === undefined) return [];
      gone.add(step.id);
      return [{ step, by }];
    });
  }

  /** A step that is not in this plan needs nobody to wait for it. */
  #isDone(id: string): boolean {
    return (this.#standing.get(id) ?? 'done') === 'done';
  }
}
