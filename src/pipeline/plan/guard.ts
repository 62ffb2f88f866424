import type { Graph } from '../../model/graph.ts';
import type { UnplacedInstance } from '../../model/placement.ts';
import type { Project } from '../../model/project.ts';
import type { RecordedState } from '../../model/recorded.ts';
import type { Step } from '../../model/step.ts';

/** What guards look at: a finished plan, and where it starts from. */
export interface GuardedPlan {
  readonly project: Project;
  readonly graph: Graph;
  readonly recorded: RecordedState;
  /** How many manifests there are. */
  readonly manifests: number;
  readonly steps: readonly Step[];
  readonly unplaced: readonly UnplacedInstance[];
}

/** A rule that stops an apply until a person approves it for one plan. Its file is named after it. */
export interface Guard {
  readonly name: string;
  /** Why a person should look; null when the guard has nothing against the plan. */
  objection(plan: GuardedPlan): string | null;
}
