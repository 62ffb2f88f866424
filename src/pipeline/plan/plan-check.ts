import type { Comparison } from '../../model/comparison.ts';
import type { Finding } from '../../model/finding.ts';
import type { Graph } from '../../model/graph.ts';
import type { ListedCheck } from '../../model/listed-check.ts';
import type { PlacementOutcome } from '../../model/placement.ts';
import type { Project } from '../../model/project.ts';
import type { RecordedState } from '../../model/recorded.ts';
import type { HostOrders } from './host-orders.ts';

/** What a check may look at that needs more than the manifests. */
export interface PlanCheckContext {
  readonly graph: Graph;
  readonly project: Project;
  readonly recorded: RecordedState;
  /** What differs; null where the manifests have errors. */
  readonly comparison: Comparison | null;
  readonly hosts: HostOrders;
  /** Where everything will be; null where the manifests have errors, as nothing is placed then. */
  readonly placement: PlacementOutcome | null;
}

/** A rule over a fleet with its settings, its recorded state and its placements. Its file is named after its id. */
export interface PlanCheck extends ListedCheck {
  run(context: PlanCheckContext): Iterable<Finding>;
}
