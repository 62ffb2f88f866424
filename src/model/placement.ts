import type { ResourceVector } from './resources.ts';

/** One instance of a service on one compute. Instances count from 1 and keep their number for life. */
export interface Placement {
  readonly service: string;
  readonly instance: number;
  readonly compute: string;
  readonly granted: ResourceVector;
}

/** A placement as the plan decided it. */
export interface PlannedPlacement extends Placement {
  /** 0 to 1, higher is better; how well the instance sits there. */
  readonly score: number;
  /** The instance stays where the last apply left it. */
  readonly kept: boolean;
  /** A person's Assignment put it there. */
  readonly pinned: boolean;
  /** Why it is here, or why it had to move, for a person. */
  readonly reason: string;
}

/** Why one compute was not taken, with its amount ("memory short by 1.5 GB"). */
export interface Rejection {
  readonly compute: string;
  readonly reason: string;
}

/** An instance that fits nowhere, with one reason for every compute of the fleet. */
export interface UnplacedInstance {
  readonly service: string;
  readonly instance: number;
  readonly rejected: readonly Rejection[];
}

/** How full a compute should be, as shares of 1, and whether prices go before that; a Project sets it. */
export interface PlacementPolicy {
  /** The mean utilisation a compute is filled towards. */
  readonly target: number;
  /**
   * A compute whose mean utilisation stays at or under this is preferred to any that exceeds it; grants above
   * min stay at or under it in every resource.
   */
  readonly ceiling: number;
  /** Present where computes in use go first, then those that cost least; prices in another currency are not known. */
  readonly cheapest?: { readonly currency: string };
}

/** Where everything goes, and what finds no place. */
export interface PlacementOutcome {
  /** By service name, then instance. */
  readonly placements: readonly PlannedPlacement[];
  /** By service name, then instance. */
  readonly unplaced: readonly UnplacedInstance[];
}
