import type { Comparison } from '../../model/comparison.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Graph } from '../../model/graph.ts';
import type { PlacementOutcome } from '../../model/placement.ts';
import type { Basis, GuardVerdict, Plan, PlanSummary } from '../../model/plan.ts';
import type { Project } from '../../model/project.ts';
import type { RecordedState } from '../../model/recorded.ts';
import type { Step, Verb } from '../../model/step.ts';
import { digestOf } from './digest.ts';
import type { GuardedPlan } from './guard.ts';
import { deletionShare } from './guards/deletion-share.ts';
import { deletions } from './guards/deletions.ts';
import { emptyInventory } from './guards/empty-inventory.ts';
import { limitExceeded } from './guards/limit.exceeded.ts';
import { monthlyIncrease } from './guards/monthly-increase.ts';
import { orders } from './guards/orders.ts';
import { unplaced } from './guards/unplaced.ts';
import { hostDifferences } from './host-differences.ts';
import type { HostOrders } from './host-orders.ts';
import { monthlyCents } from './monthly-cost.ts';
import { objectStep } from './object-step.ts';
import { orderSteps } from './order-steps.ts';
import { placementSteps } from './placement-steps.ts';
import { recordedGraph } from './recorded-graph.ts';
import { withClaims } from './with-claims.ts';

const GUARDS = [emptyInventory, deletions, deletionShare, orders, limitExceeded, monthlyIncrease, unplaced];

/** Everything a plan is assembled from. */
export interface PlanParts {
  readonly project: Project;
  readonly basedOn: Basis;
  readonly graph: Graph;
  readonly recorded: RecordedState;
  readonly comparison: Comparison;
  readonly hosts: HostOrders;
  readonly placement: PlacementOutcome;
  readonly diagnostics: readonly Diagnostic[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
}

/** Puts differences and placements together into one document, in the order of carrying it out. */
export function plan(parts: PlanParts): Plan {
  const { project, basedOn, graph, recorded, comparison, hosts, placement, diagnostics, today } = parts;
  const { currency } = project.spec;
  let before: Graph | undefined;
  const around = {
    desired: graph,
    recorded: () => (before ??= recordedGraph(recorded.objects)),
    hosts,
    currency,
  };
  const differences = hostDifferences(comparison, graph, recorded.objects, today);
  const changed = toldApart(differences.map((difference) => objectStep(difference, around)));
  const steps = orderSteps([
    ...withClaims(changed, hosts.claims, recorded.objects),
    ...placementSteps(recorded.placements, placement),
  ]);
  const guarded = {
    project,
    graph,
    recorded,
    // Without the settings: they are no part of the fleet, wherever they are.
    manifests: comparison.unchanged + comparison.differences.filter(({ manifest }) => manifest).length,
    steps,
    unplaced: placement.unplaced,
  };
  const content = {
    fleet: project.name,
    basedOn,
    summary: summarise(parts, steps),
    steps,
    placements: placement.placements,
    unplaced: placement.unplaced,
    guards: verdicts(guarded),
  };
  const unasked = { recommendations: [], infeasibility: null, quotes: null };
  return { ...content, digest: digestOf(content), ...unasked, diagnostics };
}

/** A renamed object keeps its recorded name until it changes, so two may go by one name: their keys differ. */
function toldApart(steps: readonly Step[]): Step[] {
  const counts = new Map<string, number>();
  for (const { id } of steps) counts.set(id, (counts.get(id) ?? 0) + 1);
  return steps.map((step) => {
    const object = step.effect.of === 'object' ? (step.effect.after ?? step.effect.before) : null;
    return object && counts.get(step.id) !== 1 ? { ...step, id: `${step.id}#${object.key}` } : step;
  });
}

function verdicts(plan: GuardedPlan): GuardVerdict[] {
  return GUARDS.flatMap((guard) => {
    const message = guard.objection(plan);
    return message === null ? [] : [{ name: guard.name, message, approved: false }];
  });
}

function summarise(
  { project, recorded, comparison, placement }: PlanParts,
  steps: readonly Step[],
): PlanSummary {
  const { currency } = project.spec;
  const count = (verb: Verb): number => steps.filter((step) => step.verb === verb).length;
  const before = recorded.objects.reduce((cents, object) => cents + monthlyCents(object, currency), 0);
  const change = steps.reduce((cents, { cost }) => cents + Math.round(cost * 100), 0);
  return {
    create: count('create'),
    update: count('update'),
    delete: count('delete'),
    place: count('place'),
    move: count('move'),
    resize: count('resize'),
    release: count('release'),
    unchanged: comparison.unchanged,
    unplaced: placement.unplaced.length,
    monthlyCost: { before: before / 100, after: (before + change) / 100, currency },
  };
}
