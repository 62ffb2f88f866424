import type { Diagnostic } from '../model/diagnostic.ts';
import { compareDiagnostics, hasErrors } from '../model/diagnostic.ts';
import type { Graph } from '../model/graph.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { RecordedState } from '../model/recorded.ts';
import { allocate } from './allocate/allocate.ts';
import { protectRemoved } from './compare/checks/protect.removed.ts';
import { compare } from './compare/compare.ts';
import { SCHEMAS_DIGEST } from './parse/validators.js';
import { policyOf } from '../model/policy-of.ts';
import { placeFleet } from './place-fleet.ts';
import { checkPlan } from './plan/check-plan.ts';
import { hostOrders } from './plan/host-orders.ts';
import { plan } from './plan/plan.ts';
import { validateFleet } from './validate-fleet.ts';

/** Everything a plan follows from; the same inputs give the same plan, byte for byte. */
export interface PlanInputs {
  readonly project: Project;
  readonly files: readonly InputFile[];
  /** Git tree id of the files. */
  readonly tree: string;
  readonly recorded: RecordedState;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** The tool's version. */
  readonly version: string;
}

/** A plan, or why there is none. */
export interface PlannedFleet {
  /** Null where the manifests have errors. */
  readonly plan: Plan | null;
  /** What is planned; absent where nothing is. */
  readonly graph?: Graph;
  /** How many manifests passed their schema. */
  readonly resources: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the whole fleet. */
export function planFleet(inputs: PlanInputs): PlannedFleet {
  const { project, recorded } = inputs;
  const { value: graph, diagnostics: found } = validateFleet(
    inputs.files,
    inputs.today,
    project,
    recorded.objects,
  );
  const resources = graph.manifests.length;
  const sound = !hasErrors(found);
  const comparison = sound ? compare(graph, recorded.objects, allocate(graph, recorded.objects)) : null;
  const refused = comparison ? [...protectRemoved.run(comparison, project.file)] : [];
  const hosts = hostOrders(graph, recorded.objects, inputs.today);
  const placement =
    sound && refused.length === 0 ? placeFleet(graph, recorded.placements, policyOf(project)) : null;
  const atPlanTime = checkPlan({ graph, project, recorded, comparison, hosts, placement });
  const diagnostics = [...refused, ...[...found, ...atPlanTime].sort(compareDiagnostics)];
  if (!comparison || !placement || hasErrors(diagnostics)) return { plan: null, resources, diagnostics };

  const basedOn = {
    desired: inputs.tree,
    state: recorded.commit,
    tool: inputs.version,
    schemas: SCHEMAS_DIGEST,
  };
  const parts = {
    project,
    basedOn,
    graph,
    recorded,
    comparison,
    hosts,
    placement,
    diagnostics,
    today: inputs.today,
  };
  return { plan: plan(parts), graph, resources, diagnostics };
}
