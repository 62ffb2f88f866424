import { applyPlan } from '../apply/apply-plan.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Plan } from '../model/plan.ts';
import { StowageError } from '../model/stowage-error.ts';
import { planHeadline } from '../render/plan-headline.ts';
import { planText } from '../render/plan-text.ts';
import { approve } from './approve.ts';
import { brokenSettings, computePlan } from './compute-plan.ts';
import type { Context } from './context.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { readPlanFile, refuseStale } from './plan-file.ts';
import { progressFor } from './progress.ts';
import { reportInvalid } from './report-invalid.ts';
import { paintFor } from './session.ts';

/** Options of `apply`. */
export interface ApplyOptions extends CommonOptions {
  readonly yes?: boolean;
  /** `GUARD=DIGEST`, any number of them. */
  readonly approve?: readonly string[];
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
  const recorded = await store.read();
  const planned = computePlan(context, fleet, recorded);
  if (!planned.plan) return reportInvalid(context, planned, options);
  if (expected) refuseStale(expected, planned.plan);
  const plan = approve(planned.plan, options.approve ?? []);

  if (options.output === 'text' && !options.quiet) {
    context.stdout.write(planText(plan, { full: false, paint: paintFor(context.stdout, context, options) }));
  }
  const objections = plan.guards.filter(({ approved }) => !approved);
  if (objections.length > 0) throw refusal(plan, objections);
  if (plan.steps.length > 0 && !options.yes && !(await confirmed(context, plan, planFile, options)))
    return ExitCode.Error;

  // Whoever reads the plan has been told already.
  if (plan.steps.length === 0 && options.output === 'text') return ExitCode.Success;

  const progress = await progressFor(context, options);
  try {
    if (plan.steps.length === 0) {
      progress.report({
        type: 'finished',
        steps: 0,
        entries: 0,
        commit: recorded.commit,
        serial: recorded.serial,
      });
    } else {
      const { now, newId } = context;
      const actor = await context.actor(fleet.workspace.root);
      await applyPlan(plan, { store, recorded, actor, now, newId, report: progress.report });
    }
  } finally {
    await progress.close();
  }
  return ExitCode.Success;
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
