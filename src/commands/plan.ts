import { compareDiagnostics, hasErrors } from '../model/diagnostic.ts';
import { ExitCode } from '../model/exit-code.ts';
import type { Graph } from '../model/graph.ts';
import type { Plan } from '../model/plan.ts';
import type { Quote } from '../model/quote.ts';
import type { RecordedState } from '../model/recorded.ts';
import { tellDrift } from '../pipeline/tell-drift.ts';
import { counted } from '../model/counted.ts';
import { planJson } from '../render/plan-json.ts';
import { planMarkdown } from '../render/plan-markdown.ts';
import { planText } from '../render/plan-text.ts';
import { certificateFor } from './certificate-for.ts';
import type { ComputedPlan } from './compute-plan.ts';
import { brokenSettings, computePlan } from './compute-plan.ts';
import type { Context } from './context.ts';
import { fetchOrWarn } from './fetch-or-warn.ts';
import { observeDrift } from './observe-drift.ts';
import type { OpenFleet } from './open-fleet.ts';
import { openFleet, openState } from './open-fleet.ts';
import type { CommonOptions } from './options.ts';
import { writePlanFile } from './plan-file.ts';
import { preflight } from './preflight.ts';
import { reportInvalid } from './report-invalid.ts';
import { refusalsAhead } from './refusals-ahead.ts';
import { paintFor, writeDiagnostics } from './session.ts';

/** Options of `plan`. */
export interface PlanOptions extends CommonOptions {
  readonly out?: string;
  readonly detailedExitcode?: boolean;
  readonly full?: boolean;
  /** Asks no provider what would come of orders. */
  readonly offline?: boolean;
  /** Asks providers whether what is recorded is still so. */
  readonly refresh?: boolean;
}

/** Shows what apply would do. */
export async function planCommand(context: Context, options: PlanOptions): Promise<ExitCode> {
  const fleet = openFleet(context, options);
  const broken = brokenSettings(fleet);
  if (broken) return reportInvalid(context, broken, options);
  const store = await openState(context, fleet);
  await fetchOrWarn(context, store);
  const recorded = await store.read();
  const planned = computePlan(context, fleet, recorded);
  if (!planned.plan) return reportInvalid(context, planned, options);
  const quoted = await quotedPlan(context, fleet, planned, recorded.intents, options);
  const checked = options.refresh ? await refreshed(context, fleet, recorded, quoted, planned.graph) : quoted;
  const plan = await advised(context, fleet, recorded, checked, planned.graph);

  const paint = paintFor(context.stdout, context, options);
  if (options.output === 'json') context.stdout.write(planJson(plan));
  else if (options.output === 'markdown') context.stdout.write(planMarkdown(plan));
  else {
    if (!options.quiet)
      writeDiagnostics(
        context.stderr,
        [...plan.diagnostics, ...(await refusalsAhead(context, fleet, planned, recorded, options))],
        planned.files,
        paintFor(context.stderr, context, options),
      );
    context.stdout.write(planText(plan, { full: options.full === true, paint }));
  }
  if (options.out !== undefined) writePlanFile(context, options.out, plan);
  if (options.output === 'text' && !options.quiet)
    context.stderr.write(`${unfinished(recorded)}${nextCommand(plan, recorded, options)}`);
  return verdict(plan, options);
}

/** Adds what providers say of the orders; without orders nobody is asked. */
async function quotedPlan(
  context: Context,
  fleet: OpenFleet,
  { plan, graph }: ComputedPlan,
  open: RecordedState['intents'],
  { offline = false }: PlanOptions,
): Promise<Plan> {
  const computed = plan as Plan;
  const isOrdering = computed.steps.some(({ verb, order }) => verb === 'create' && order);
  if (!graph || !isOrdering) return computed;
  if (offline) return { ...computed, quotes: unasked(computed) };
  const { quotes, diagnostics } = await preflight(context, fleet, computed, graph, open);
  const all = [...computed.diagnostics, ...diagnostics].sort(compareDiagnostics);
  return { ...computed, quotes, diagnostics: all };
}

/** Adds what is not as recorded at the providers. */
async function refreshed(
  context: Context,
  fleet: OpenFleet,
  recorded: RecordedState,
  plan: Plan,
  graph: Graph | undefined,
): Promise<Plan> {
  if (!graph) return plan;
  const told = tellDrift(await observeDrift(context, fleet, graph, recorded), graph);
  return { ...plan, diagnostics: [...plan.diagnostics, ...told].sort(compareDiagnostics) };
}

/** Nobody was asked, so of every order it is unknown. */
function unasked({ steps }: Plan): Quote[] {
  const objection = {
    failure: 'transient' as const,
    message: 'nobody was asked',
    hint: 'plan without --offline',
  };
  return steps
    .filter(({ verb, order }) => verb === 'create' && order)
    .map(({ id }) => ({ step: id, region: null, price: null, objection }));
}

/** Adds why instances find no place and what would help; nothing of it is worked out where all find one. */
async function advised(
  context: Context,
  { project }: OpenFleet,
  recorded: RecordedState,
  plan: Plan,
  graph: Graph | undefined,
): Promise<Plan> {
  if (plan.unplaced.length === 0 || !graph) return plan;
  const outcome = { placements: plan.placements, unplaced: plan.unplaced };
  const { placements } = recorded;
  return { ...plan, ...(await certificateFor(context, { project, graph, recorded: placements, outcome })) };
}

/** An apply that is at work has intents too; whoever plans meanwhile should know of both. */
function unfinished({ intents }: RecordedState): string {
  if (intents.length === 0) return '';
  const parked = intents.filter(({ unresolved }) => unresolved !== null).length;
  const steps = counted(intents.length, 'step at a provider', 'steps at providers');
  return `Unfinished: ${steps} (${parked} unresolved), see \`stowage resolve\` and \`stowage lock\`\n`;
}

function verdict({ guards, steps, diagnostics }: Plan, { detailedExitcode }: PlanOptions): ExitCode {
  if (guards.length > 0 || hasErrors(diagnostics)) return ExitCode.Refused;
  return detailedExitcode && steps.length > 0 ? ExitCode.ChangesPending : ExitCode.Success;
}

function nextCommand(
  { steps, guards, digest, unplaced, diagnostics }: Plan,
  { intents }: RecordedState,
  { out, chdir }: PlanOptions,
): string {
  const where = chdir === undefined ? '' : ` -C ${chdir}`;
  if (intents.some(({ unresolved }) => unresolved !== null)) return `Next: stowage resolve${where}\n`;
  if (steps.length === 0 && guards.length === 0) return '';
  if (hasErrors(diagnostics)) return `Next: mend what the errors name, then stowage plan${where}\n`;
  const approvals = guards.map(({ name }) => ` --approve ${name}=${digest}`).join('');
  const line = `stowage apply${where}${out === undefined ? '' : ` ${out}`}${approvals}`;
  if (guards.length === 0) return `Next: ${line}\n`;
  const [first] = unplaced;
  const help = first
    ? `Why not, and what to buy: stowage explain${where} Service/${first.service}, stowage recommend${where}\n`
    : '';
  return `${help}Next: mend what the guards name, or accept it: ${line}\n`;
}
