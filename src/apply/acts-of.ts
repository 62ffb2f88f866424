import type { JournalAct } from '../model/act.ts';
import type { Actor } from '../model/journal-entry.ts';
import type { Plan } from '../model/plan.ts';
import type { Step } from '../model/step.ts';

/** Who acts, and when. */
export interface Occasion {
  readonly actor: Actor;
  readonly now: () => Date;
  readonly newId: (now: Date) => string;
}

/** The commits that carry out one step: an entry for every journal it belongs to, the first with the effect. */
export function actsOf(step: Step, { digest, basedOn }: Plan, { actor, now, newId }: Occasion): JournalAct[] {
  return step.notes.map(({ compute, category, subject }, index) => {
    const time = now();
    return {
      entry: {
        id: newId(time),
        timestamp: time.toISOString(),
        category,
        author: actor,
        compute,
        subject,
        content: '',
        origin: { plan: digest, step: step.id, desired: basedOn.desired },
      },
      effect: index === 0 ? step.effect : null,
    };
  });
}
