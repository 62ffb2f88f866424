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
import { StowageError } from '../model/stowage-error.ts';
import { permitPlan } from '../pipeline/permit-plan.ts';
import { planHeadline } from '../render/plan-headline.ts';
import { planText } from '../render/plan-text.ts';
import { approve } from './approve.ts';
import { brokenSettings, computePlan } from './compute-plan.ts';
import { checkHistory, recordHistory } from './check-history.ts';
import type { Context } from './context.ts';
import { discreetProviders } from './discreet-providers.ts';
import { takeFleetLease } from './fleet-lease.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { readPlanFile, refuseStale } from './plan-file.ts';
import { progressFor } from './progress.ts';
import { refuseUnpermitted } from './refuse-unpermitted.ts';
import { reportInvalid } from './report-invalid.ts';
import { paintFor } from './session.ts';

/** Options of `apply`. */
export interface ApplyOptions extends CommonOptions {
  readonly yes?: boolean;
  /** `GUARD=DIGEST`, any number of them. */
  readonly approve?: readonly string[];
  /** How many machines are ordered or given back at once. */
  readonly parallelism: number;
  /** Seconds to wait for another apply. */
  readonly lockWait: number;
}

/** Carries out a plan: the one in a file if it still holds, else the one computed now. */
export async function applyCommand(
  context: Context,
  planFile: string | undefined,
  options: ApplyOptions,
): Promise<ExitCode> {
  const expected = planFile === undefined ? null : readPlanFile(context, planFile);
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
  const open = discreetProviders(context, fleet.workspace.root);
  let lease: KeptLease | null = null;
  let absent: readonly Intent[] = [];
  const ledgerOn = (state: RecordedState, desired: string | null): Ledger =>
    new Ledger({ store, recorded: state, desired });
  // Until it has the lease there is nothing to finish: an interruption just ends it.
  let signal = new AbortController().signal;
  const take = async (): Promise<KeptLease> => {
    signal = context.interruption();
    return await takeFleetLease(context, {
      fleet,
      store,
      occasion,
      patience: options.lockWait,
      report,
      signal,
    });
  };
  /** Reads anew and settles what is begun: whoever began it has no lease any more. */
  const recoverAll = async (): Promise<RecordedState> => {
    await store.fetch();
    const ledger = ledgerOn(await store.read(), null);
    const inputs = { fleet: fleet.project.name, ledger, providerOf: providerOf(ledger, open), report };
    if (isBegun(ledger.recorded)) absent = await recover({ ...inputs, ...occasion });
    return ledger.recorded;
  };
  try {
    // Another apply may be at work on them; it is if its lease is still held, and else nobody is.
    let current: RecordedState;
    if (isBegun(recorded)) {
      lease = await take();
      recorded = await recoverAll();
    }

    const planned = computePlan(context, fleet, recorded);
    if (!planned.plan) return reportInvalid(context, planned, options);
    if (expected) refuseStale(expected, planned.plan);
    const plan = approve(planned.plan, options.approve ?? []);
    if (options.output === 'text' && !options.quiet) {
      const paint = paintFor(context.stdout, context, options);
      context.stdout.write(planText(plan, { full: false, paint }));
    }
    const objections = plan.guards.filter(({ approved }) => !approved);
    if (objections.length > 0) throw refusal(plan, objections);
    refuseUnpermitted(occasion.actor, permitPlan(plan.steps, recorded, occasion.actor));
    const history = await checkHistory(context, fleet, planned, recorded);
    if (plan.steps.length > 0 && !options.yes && !(await confirmed(context, plan, planFile, options)))
      return ExitCode.Error;
    if (plan.steps.length === 0 && absent.length === 0) {
      const ledger = ledgerOn(recorded, null);
      if (history) await recordHistory(ledger, recorded, history, occasion);
      const { commit, serial, intents } = ledger.recorded;
      const totals = {
        steps: 0,
        entries: ledger.entries,
        commit,
        serial,
        failed: 0,
        skipped: 0,
        unresolved: intents.length,
      };
      // Whoever reads the plan has been told already.
      if (options.output === 'json') report({ type: 'finished', ...totals });
      return exitCodeOf(totals, signal);
    }

    if (!lease) {
      lease = await take();
      current = await recoverAll();
    } else {
      // Recovery may be long past: a person has read the plan meanwhile.
      await store.fetch();
      current = await store.read();
    }
    refuseMoved(plan, recorded, current, expected !== null);
    refuseUnpermitted(occasion.actor, permitPlan(plan.steps, current, occasion.actor));
    const ledger = ledgerOn(current, plan.basedOn.desired);
    if (history) await recordHistory(ledger, recorded, history, occasion);
    const totals = await applyPlan(plan, {
      ...occasion,
      ledger,
      planned: recorded,
      absent,
      epoch: lease.epoch,
      confirm: lease.confirm,
      providerOf: providerOf(ledger, open),
      parallelism: options.parallelism,
      report,
      signal,
    });
    return exitCodeOf(totals, signal);
  } finally {
    await lease?.release();
    await progress.close();
  }
}

function isBegun({ intents }: RecordedState): boolean {
  return intents.some(({ unresolved }) => unresolved === null);
}

/** Nothing is begun when what was reviewed is not what would happen. */
function refuseMoved(plan: Plan, was: RecordedState, is: RecordedState, strictly: boolean): void {
  if (was.commit === is.commit) return;
  const gone = movedSteps(plan.steps, was, is);
  if (gone.length === 0 && !strictly) return;
  const [first] = gone;
  const which = first ? `: ${first.address} is not what it was` : '';
  throw new StowageError(
    'state.moved',
    `somebody else applied something meanwhile${which}, and nothing of this was done`,
    'plan again on top of their work',
    ExitCode.Stale,
  );
}

function exitCodeOf({ failed, skipped, unresolved }: ApplyTotals, signal: AbortSignal): ExitCode {
  if (signal.aborted) return signal.reason === 'SIGTERM' ? ExitCode.Terminated : ExitCode.Interrupted;
  if (unresolved > 0) return ExitCode.Unresolved;
  return failed + skipped > 0 ? ExitCode.Partial : ExitCode.Success;
}

function refusal({ digest }: Plan, objections: Plan['guards']): StowageError {
  const said = objections.map(({ name, message }) => `${name}: ${message}`).join('; ');
  const flags = objections.map(({ name }) => `--approve ${name}=${digest}`).join(' ');
  return new StowageError('apply.refused', said, `to accept it for this plan: ${flags}`, ExitCode.Refused);
}

async function confirmed(
  context: Context,
  plan: Plan,
  planFile: string | undefined,
  { chdir }: ApplyOptions,
): Promise<boolean> {
  const answer = await context.ask(
    `Apply to ${plan.fleet} (${planHeadline(plan)})? Type ${plan.fleet} to go on: `,
  );
  if (answer === null) {
    const where = chdir === undefined ? '' : ` -C ${chdir}`;
    const what = planFile === undefined ? '' : ` ${planFile}`;
    const hint = `look at the plan with \`stowage plan${where}\`, then run \`stowage apply${where}${what} --yes\``;
    throw new StowageError('apply.unconfirmed', 'nobody is there to confirm the plan', hint);
  }
  if (answer.trim() === plan.fleet) return true;
  context.stderr.write('Nothing was applied.\n');
  return false;
}
