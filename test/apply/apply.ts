import type { Occasion } from '../../src/apply/acts-of.ts';
import { applyPlan } from '../../src/apply/apply-plan.ts';
import type { Join } from '../../src/apply/do-task.ts';
import { Ledger } from '../../src/apply/ledger.ts';
import { providerOf } from '../../src/apply/provider-of.ts';
import { recover } from '../../src/apply/recover.ts';
import type { ApplyEvent, ApplyTotals } from '../../src/model/apply-event.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { RecordedState } from '../../src/model/recorded.ts';
import { openSandbox } from '../../src/providers/sandbox/open-sandbox.ts';
import type { StateStore } from '../../src/state/state-store.ts';

/** Where an apply of a test takes place. */
export interface Stage {
  readonly store: StateStore;
  /** The sandbox's folder; providers of other names are the same one. */
  readonly sandbox?: string;
  readonly planned?: RecordedState;
  readonly signal?: AbortSignal;
  readonly parallelism?: number;
  readonly confirm?: () => Promise<void>;
  readonly join?: Join;
  readonly onEvent?: (event: ApplyEvent) => void;
}

/** An apply that came to its end. */
export interface Applied {
  readonly events: readonly ApplyEvent[];
  readonly totals: ApplyTotals;
}

let count = 0;

/** Somebody at work, with a clock that stands still between acts and ids that rise. */
export function occasion(): Occasion {
  return {
    actor: { name: 'Ada', email: 'ada@example.org' },
    now: () => new Date('2026-03-01T12:00:00Z'),
    newId: () => `01${String(++count).padStart(24, '0')}`,
  };
}

/** Recovers, then applies, as the command does. */
export async function apply(
  given: Plan | ((recorded: RecordedState) => Plan),
  stage: Stage,
): Promise<Applied> {
  const { store, sandbox = '/nowhere', signal = new AbortController().signal, parallelism = 8 } = stage;
  const events: ApplyEvent[] = [];
  const report = (event: ApplyEvent): void => {
    events.push(event);
    stage.onEvent?.(event);
  };
  const recorded = await store.read();
  const ledger = new Ledger({ store, recorded, desired: null });
  const open = () => Promise.resolve(openSandbox(sandbox));
  const shared = { ...occasion(), report };
  const absent = await recover({ fleet: 'test', ...shared, ledger, providerOf: providerOf(ledger, open) });
  const plan = typeof given === 'function' ? given(ledger.recorded) : given;
  const planned = stage.planned ?? ledger.recorded;
  const following = new Ledger({ store, recorded: ledger.recorded, desired: plan.basedOn.desired });
  const totals = await applyPlan(plan, {
    ...shared,
    ledger: following,
    providerOf: providerOf(following, open),
    planned,
    absent,
    epoch: 1,
    confirm: stage.confirm ?? (() => Promise.resolve()),
    join: stage.join ?? (() => Promise.resolve()),
    parallelism,
    signal,
  });
  return { events, totals };
}

/** The steps that events of one type tell of. */
export function of(events: readonly ApplyEvent[], type: ApplyEvent['type']): string[] {
  return events.flatMap((event) => (event.type === type && 'step' in event ? event.step : []));
}

/** A store in which somebody else applies a plan just before the next write. */
export function racing(store: StateStore, theirs: Plan): StateStore {
  let raced = false;
  return {
    ...store,
    async write(base, acts, desired) {
      if (!raced) {
        raced = true;
        await apply(theirs, { store });
      }
      return await store.write(base, acts, desired);
    },
  };
}
