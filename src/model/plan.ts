import type { Diagnostic } from './diagnostic.ts';
import type { Infeasibility } from './infeasibility.ts';
import type { PlannedPlacement, UnplacedInstance } from './placement.ts';
import type { RecommendedHosts } from './recommended-hosts.ts';
import type { Quote } from './quote.ts';
import type { Step } from './step.ts';

/** What a plan was computed from. When any of it differs, the plan is stale. */
export interface Basis {
  /** Git tree id of the manifests. */
  readonly desired: string;
  /** State commit; null before the first apply. */
  readonly state: string | null;
  /** Version of the tool, and a digest of the schemas it validates by. */
  readonly tool: string;
  readonly schemas: string;
}

/** A rule that needs a person's consent, and whether this run has it. */
export interface GuardVerdict {
  readonly name: string;
  readonly message: string;
  readonly approved: boolean;
}

export interface PlanSummary {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
  /** Instances newly placed, moved, resized and released. */
  readonly place: number;
  readonly move: number;
  readonly resize: number;
  readonly release: number;
  /** Objects that stay as they are. */
  readonly unchanged: number;
  readonly unplaced: number;
  /** Decimal amounts per month. */
  readonly monthlyCost: { readonly before: number; readonly after: number; readonly currency: string };
}

/** What would change and why: a document that apply merely carries out. */
export interface Plan {
  /** The fleet's name. */
  readonly fleet: string;
  /** `sha256:…` over everything that decides what apply does. */
  readonly digest: string;
  readonly basedOn: Basis;
  readonly summary: PlanSummary;
  /** In the order in which apply carries them out. */
  readonly steps: readonly Step[];
  readonly placements: readonly PlannedPlacement[];
  readonly unplaced: readonly UnplacedInstance[];
  /** Hosts that make everything fit; none where that was not asked, or nothing helps. */
  readonly recommendations: readonly RecommendedHosts[];
  /** Why some instances find no place; null where all do, and where nobody asked. */
  readonly infeasibility: Infeasibility | null;
  readonly guards: readonly GuardVerdict[];
  /** What providers say of the orders; null where nobody asked them, so that it is unknown. */
  readonly quotes: readonly Quote[] | null;
  readonly diagnostics: readonly Diagnostic[];
}
