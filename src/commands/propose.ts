import type { Occasion } from '../apply/acts-of.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Graph } from '../model/graph.ts';
import type { Plan } from '../model/plan.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';
import { permitPlan } from '../pipeline/permit-plan.ts';
import { planHeadline } from '../render/plan-headline.ts';
import { planText } from '../render/plan-text.ts';
import type { ApplyOptions } from './apply-options.ts';
import { approve } from './approve.ts';
import type { CheckedHistory } from './check-history.ts';
import { checkHistory } from './check-history.ts';
import { computePlan } from './compute-plan.ts';
import type { Context } from './context.ts';
import type { OpenFleet } from './open-fleet.ts';
import type { PromisedPlan } from './plan-file.ts';
import { refuseStale } from './plan-file.ts';
import { refuseUnpermitted } from './refuse-unpermitted.ts';
import { reportInvalid } from './report-invalid.ts';
import { paintFor } from './session.ts';
import { uncommittedNote } from './uncommitted-note.ts';

/** What a plan is proposed on. */
export interface ProposalInputs {
  readonly recorded: RecordedState;
  /** Anybody else can see it. */
  readonly isShared: boolean;
  /** The plan that was reviewed; null where none was written to a file. */
  readonly reviewed: PromisedPlan | null;
  readonly planFile: string | undefined;
  readonly occasion: Occasion;
  readonly options: ApplyOptions;
}

/** A plan that nobody objects to. */
export interface Proposal {
  readonly plan: Plan;
  readonly graph: Graph;
  readonly history: CheckedHistory | null;
}

/**
 * Plans, shows the plan, and asks whoever may object: its review, guards, permissions, signatures, the person at the
 * terminal. Throws where it is refused; an exit code where there is no plan, or the person said no.
 */
export async function propose(
  context: Context,
  fleet: OpenFleet,
  { recorded, isShared, reviewed, planFile, occasion, options }: ProposalInputs,
): Promise<Proposal | ExitCode> {
  const planned = computePlan(context, fleet, recorded);
  if (!planned.plan || !planned.graph) return reportInvalid(context, planned, options);
  if (reviewed) refuseStale(reviewed, planned.plan);
  const plan = approve(planned.plan, options.approve ?? []);
  if (options.output === 'text' && !options.quiet) {
    const paint = paintFor(context.stdout, context, options);
    context.stdout.write(planText(plan, { full: false, paint }));
  }
  if (!isShared && !options.quiet) context.stderr.write(unsharedText(plan, fleet));
  if (options.output === 'text' && !options.quiet && plan.steps.length > 0)
    context.stderr.write(await uncommittedNote(context, fleet));
  const objections = plan.guards.filter(({ approved }) => !approved);
  if (objections.length > 0) throw refusal(plan, objections);
  refuseUnpermitted(occasion.actor, permitPlan(plan.steps, recorded, occasion.actor));
  const history = await checkHistory(context, fleet, planned, recorded);
  const isAgreed =
    plan.steps.length === 0 || options.yes || (await confirmed(context, plan, planFile, options));
  return isAgreed ? { plan, graph: planned.graph, history } : ExitCode.Error;
}

/** Whoever clones the repository would order everything once more; nobody else may where that is meant. */
function unsharedText({ steps }: Plan, { project: { spec } }: OpenFleet): string {
  const { remote } = spec.state;
  if (remote === 'none' || !steps.some(({ order }) => order)) return '';
  const message = `this repository has no remote ${remote}, so nobody else will know of what is ordered`;
  const hint = `git remote add ${remote} URL, or write \`remote: none\` in stowage.yaml (spec.state) if nobody else is to`;
  return `warning state.local: ${message}\n  help: ${hint}\n`;
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
