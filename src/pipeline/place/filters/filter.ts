import type { ServicePlacement } from '../../../model/spec/service.ts';
import type { Occupancy } from '../occupancy.ts';
import type { Sites } from '../sites.ts';
import type { Workload } from '../workload.ts';

/** Why a compute does not take an instance, in the words of two situations. */
export interface Refusal {
  /** Said of a compute that was not chosen: "in maintenance". */
  readonly reason: string;
  /** Said after "moved from <compute>: ": "it is in maintenance". */
  readonly cause: string;
}

/** A hard rule that depends on the compute alone. */
export interface StandingFilter {
  /** Clears the mark of each compute that the rule forbids. */
  narrow(mask: Uint8Array, sites: Sites, rules: ServicePlacement): void;
  /** Says why the rule forbids a compute; undefined when it does not. */
  refusal(sites: Sites, rules: ServicePlacement, compute: number): Refusal | undefined;
}

/** A hard rule that depends on what already runs on a compute. What it forbids, one instance more never allows. */
export interface OccupancyFilter {
  /** The rule looks at the one compute only, not at what happens on others. */
  readonly local: boolean;
  /** Tells whether the rule has anything to say about a service at all. */
  concerns(workload: Workload): boolean;
  /** Tells whether one more instance would break the rule. */
  rejects(occupancy: Occupancy, workload: Workload, compute: number): boolean;
  /** Says why, after `rejects` said so. */
  refusal(occupancy: Occupancy, workload: Workload, compute: number): Refusal;
  /** Names the computes that it rejects, for a rule that rejects few; they may come twice. */
  rejected?(occupancy: Occupancy, workload: Workload, name: (compute: number) => void): void;
}
