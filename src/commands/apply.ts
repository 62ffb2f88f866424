import type { Occasion } from '../apply/acts-of.ts';
import { applyPlan } from '../apply/apply-plan.ts';
import type { KeptLease } from '../apply/kept-lease.ts';
import { Ledger } from '../apply/ledger.ts';
import { movedSteps } from '../apply/moved-steps.ts';
import { providerOf } from '../apply/provider-of.ts';
import { recover } from '../apply/recover.ts';
import type { ApplyTotals } from '../model/apply-event.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Intent } from '../model/intent.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import { StowageError } from '../model/stowage-error.ts';
import { permitPlan } from '../pipeline/permit-plan.ts';
import { clusterJoin } from './cluster-join.ts';
import type { ApplyOptions } from './apply-options.ts';
import { brokenSettings } from './compute-plan.ts';
import { recordHistory } from './check-history.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import { takeFleetLease } from './fleet-lease.ts';
import { openFleet, openState } from './open-fleet.ts';
import { readPlanFile } from './plan-file.ts';
import { progressFor } from './progress.ts';
import { propose } from './propose.ts';
import { refuseUnpermitted } from './refuse-unpermitted.ts';
import { reportInvalid } from './report-invalid.ts';

/** Carries out a plan: the one in a file if it still holds, else the one computed now. */
export async function applyCommand(
  context: Context,
  planFile: string | undefined,
  options: ApplyOptions,
): Promise<ExitCode> {
  const reviewed = planFile === undefined ? null : readPlanFile(context, planFile);
  const fleet = openFleet(context, options);
  const broken = brokenSettings(fleet);
  if (broken) return reportInvalid(context, broken, options);
  const store = await openState(context, fleet);
  await store.fetch();
  let recorded = await store.read();
  const progress = await progressFor(context, options);
  const { report } = progress;
  const { now, newId } = context;
  const occasion: Occasion = { actor: await context.actor(fleet.workspace.root), now, newId };
  const open = discreetProviders(context, fleet.workspace.root, fleet.project);
  const ledgerOn = (state: RecordedState, desired: string | null): Ledger =>
    new Ledger({ store, recorded: state, desired });
  let lease: KeptLease | null = null;
  let absent: readonly Intent[] = [];
  // Until it has the lease there is nothing to finish: an interruption just ends it.
  let signal = new AbortController().signal;
  /** Takes the lease, reads anew and settles what is begun: whoever began it has no lease any more. */
  const takeOver = async (): Promise<KeptLease> => {
    signal = context.interruption();
    const patience = options.lockWait;
    const taken = await takeFleetLease(context, { fleet, store, occasion, patience, report, signal });
    lease = taken;
    await store.fetch();
    const ledger = ledgerOn(await store.read(), null);
    const inputs = { fleet: fleet.project.name, ledger, providerOf: providerOf(ledger, open), report };
    if (isBegun(ledger.recorded)) absent = await recover({ ...inputs, ...occasion });
    current = ledger.recorded;
    return taken;
  };
  let current = recorded;
  try {
    // Another apply may be at work on them; it is if its lease is still held, and else nobody is.
    if (isBegun(recorded)) {
      await takeOver();
      recorded = current;
    }
    // What was planned before somebody else applied something.
    let shown: Plan | null = null;
    for (;;) {
      const proposal = await propose(context, fleet, { recorded, reviewed, planFile, occasion, options });
      if (typeof proposal === 'number') return proposal;
      const { plan, history } = proposal;
      if (shown && !isWithin(plan, shown)) throw staleState('somebody else applied something meanwhile');
      if (plan.steps.length === 0 && absent.length === 0) {
        const ledger = ledgerOn(recorded, null);
        if (history) await recordHistory(ledger, recorded, history, occasion);
        const totals = nothingDone(ledger);
        // Whoever reads the plan has been told already.
        if (options.output === 'json') report({ type: 'finished', ...totals });
        return exitCodeOf(totals, signal);
      }
      if (lease) {
        // It was taken before a person read the plan.
        await store.fetch();
        current = await store.read();
      }
      const held: KeptLease = lease ?? (await takeOver());
      const moved = movedWord(plan, recorded, current, reviewed !== null);
      if (moved !== null && (reviewed || shown)) throw staleState(moved);
      if (moved !== null) {
        if (!options.quiet) context.stderr.write(`Planning again: ${moved}\n`);
        recorded = current;
        shown = plan;
        continue;
      }
      refuseUnpermitted(occasion.actor, permitPlan(plan.steps, current, occasion.actor));
      const ledger = ledgerOn(current, plan.basedOn.desired);
      if (history) await recordHistory(ledger, recorded, history, occasion);
      const totals = await applyPlan(plan, {
        ...occasion,
        ledger,
        planned: recorded,
        absent,
        epoch: held.epoch,
        confirm: held.confirm,
        providerOf: providerOf(ledger, open),
        join: clusterJoin(context, fleet),
        parallelism: options.parallelism,
        report,
        signal,
      });
      return exitCodeOf(totals, signal);
    }
  } finally {
    await (lease as KeptLease | null)?.release();
    await progress.close();
  }
}

function isBegun({ intents }: RecordedState): boolean {
  return intents.some(({ unresolved }) => unresolved === null);
}

/** Says what of a plan no longer holds; null where it may be carried out. A reviewed plan holds for one state only. */
function movedWord(plan: Plan, was: RecordedState, is: RecordedState, isReviewed: boolean): string | null {
  if (was.commit === is.commit) return null;
  const [first] = movedSteps(plan.steps, was, is);
  if (!first && !isReviewed) return null;
  const which = first ? `: ${first.address} is not what it was` : '';
  return `somebody else applied something meanwhile${which}`;
}

/** Tells whether a plan does nothing but what another said, and claim providers for it. */
function isWithin({ steps }: Plan, shown: Plan): boolean {
  const said = new Set(shown.steps.map(({ id }) => id));
  return steps.every((step) => said.has(step.id) || isClaim(step));
}

function isClaim({ verb, address, changes }: Step): boolean {
  return verb === 'update' && address.startsWith('ComputeProvider/') && changes.length === 0;
}

function staleState(moved: string): StowageError {
  return new StowageError(
    'state.moved',
    `${moved}, and nothing of this was done`,
    'plan again on top of their work',
    ExitCode.Stale,
  );
}

function nothingDone({ recorded: { commit, serial, intents }, entries }: Ledger): ApplyTotals {
  return { steps: 0, entries, commit, serial, failed: 0, skipped: 0, unresolved: intents.length };
}

function exitCodeOf({ failed, skipped, unresolved }: ApplyTotals, signal: AbortSignal): ExitCode {
  if (signal.aborted) return signal.reason === 'SIGTERM' ? ExitCode.Terminated : ExitCode.Interrupted;
  if (unresolved > 0) return ExitCode.Unresolved;
  return failed + skipped > 0 ? ExitCode.Partial : ExitCode.Success;
}
