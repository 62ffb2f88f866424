import { applyPlan } from '../apply/apply-plan.ts';
import type { KeptLease } from '../apply/kept-lease.ts';
import type { Ledger } from '../apply/ledger.ts';
import type { ApplyTotals } from '../model/apply-event.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import type { Step } from '../model/step.ts';
import { permitPlan } from '../pipeline/permit-plan.ts';
import type { ApplyOptions } from './apply-options.ts';
import { ApplySession } from './apply-session.ts';
import { recordHistory } from './check-history.ts';
import { clusterJoin } from './cluster-join.ts';
import { brokenSettings } from './compute-plan.ts';
import type { Context } from './context.ts';
import { movedPlan, movedWord } from './moved-plan.ts';
import type { OpenFleet } from './open-fleet.ts';
import { openFleet } from './open-fleet.ts';
import { readPlanFile } from './plan-file.ts';
import type { Proposal } from './propose.ts';
import { propose } from './propose.ts';
import { reclaimLost } from './reclaim-lost.ts';
import { refuseForgotten } from './refuse-forgotten.ts';
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
  const session = await ApplySession.open(context, fleet, options);
  try {
    // Another apply may be at work on what is begun; it is if its lease is still held, and else nobody is.
    if (session.isBegun()) await session.hold();
    // What was planned before somebody else applied something.
    let shown: Plan | null = null;
    for (;;) {
      const { recorded, occasion, isShared } = session;
      const proposal = await propose(context, fleet, {
        recorded,
        isShared,
        reviewed,
        planFile,
        occasion,
        options,
      });
      if (typeof proposal === 'number') return proposal;
      const { plan } = proposal;
      if (shown && !isWithin(plan, shown)) throw movedPlan();
      if (plan.steps.length === 0 && session.absent.length === 0)
        return await nothingToDo(session, proposal, options);
      const lease = await session.hold();
      const moved = movedWord(plan, recorded, session.recorded, reviewed !== null);
      if (moved === null)
        return await carryOut(context, fleet, session, { proposal, recorded, lease, options });
      if (reviewed || shown) throw movedPlan(moved);
      if (!options.quiet) context.stderr.write(`Planning again: ${moved}\n`);
      shown = plan;
    }
  } finally {
    await session.close();
  }
}

async function nothingToDo(
  session: ApplySession,
  { history }: Proposal,
  { output }: ApplyOptions,
): Promise<ExitCode> {
  const { recorded, occasion, report, signal } = session;
  const ledger = session.ledger(null);
  if (history) await recordHistory(ledger, recorded, history, occasion);
  const totals = nothingDone(ledger);
  // Whoever reads the plan has been told already.
  if (output === 'json') report({ type: 'finished', ...totals });
  return exitCodeOf(totals, signal);
}

/** What is carried out, and under what. */
interface Undertaking {
  readonly proposal: Proposal;
  /** The state it was planned on. */
  readonly recorded: RecordedState;
  readonly lease: KeptLease;
  readonly options: ApplyOptions;
}

async function carryOut(
  context: Context,
  fleet: OpenFleet,
  session: ApplySession,
  { proposal: { plan, graph, history }, recorded, lease, options }: Undertaking,
): Promise<ExitCode> {
  const { occasion, absent, report, signal } = session;
  refuseUnpermitted(occasion.actor, permitPlan(plan.steps, session.recorded, occasion.actor));
  await refuseForgotten(context, fleet, { plan, graph, recorded: session.recorded });
  const reclaimed = await reclaimLost(context, fleet, { plan, graph, recorded: session.recorded });
  const ledger = session.ledger(plan.basedOn.desired);
  if (history) await recordHistory(ledger, recorded, history, occasion);
  const totals = await applyPlan(plan, {
    ...occasion,
    ledger,
    planned: recorded,
    absent,
    reclaimed,
    epoch: lease.epoch,
    confirm: lease.confirm,
    providerOf: session.providersOf(ledger),
    join: clusterJoin(context, fleet),
    parallelism: options.parallelism,
    report,
    signal,
  });
  return exitCodeOf(totals, signal);
}

/** Tells whether a plan does nothing but what another said, and claim providers for it. */
function isWithin({ steps }: Plan, shown: Plan): boolean {
  const said = new Set(shown.steps.map(({ id }) => id));
  return steps.every((step) => said.has(step.id) || isClaim(step));
}

function isClaim({ verb, address, changes }: Step): boolean {
  return verb === 'update' && address.startsWith('ComputeProvider/') && changes.length === 0;
}

function nothingDone({ recorded: { commit, serial, intents }, entries }: Ledger): ApplyTotals {
  return { steps: 0, entries, commit, serial, failed: 0, skipped: 0, unresolved: intents.length };
}

function exitCodeOf({ failed, skipped, unresolved }: ApplyTotals, signal: AbortSignal): ExitCode {
  if (signal.aborted) return signal.reason === 'SIGTERM' ? ExitCode.Terminated : ExitCode.Interrupted;
  if (unresolved > 0) return ExitCode.Unresolved;
  return failed + skipped > 0 ? ExitCode.Partial : ExitCode.Success;
}
