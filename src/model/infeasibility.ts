import type { Address } from './address.ts';
import type { RecommendedHosts } from './recommended-hosts.ts';
import type { Resource } from './resources.ts';

/** What can keep an instance off a compute. */
export type RuleName =
  | 'affinity'
  | 'antiAffinity'
  | 'antiAffinityServices'
  | 'spreadMax'
  | 'topologyKey'
  | 'buffer'
  | 'min'
  | 'pin'
  | 'state'
  | 'room';

/** One rule that takes part in a conflict, as a person says it and where it is written. */
export interface ConflictingRule {
  readonly rule: RuleName;
  /** `min memory 16 GB`. */
  readonly text: string;
  /** Null for the room that other services take: nobody wrote that down in one place. */
  readonly at: RuleLocation | null;
}

/** A field of a manifest. Lines start at 1. */
export interface RuleLocation {
  readonly address: Address;
  /** JSON pointer into the manifest. */
  readonly pointer: string;
  readonly file: string;
  readonly line: number;
}

/** Rules that leave a service too few places by themselves, whatever its other rules. */
export interface Conflict {
  readonly rules: readonly ConflictingRule[];
  /** `affinity env=prod and min memory 16 GB cannot both hold`. */
  readonly text: string;
  /** Every smaller set of rules was tried, and leaves it places enough; false where not all were. */
  readonly smallest: boolean;
}

/** A field of a manifest, and what to write there. */
export interface Edit {
  readonly address: Address;
  /** JSON pointer into the manifest; empty for the whole of it. */
  readonly pointer: string;
  /** Absent where the field, or the whole manifest, goes away. */
  readonly after?: unknown;
}

/** What places every instance of a service and costs no other its place: placing again with it proved that. */
export interface WayOut {
  readonly kind: 'relax' | 'buy';
  /** `lower min memory from 16 GB to 11.5 GB`. */
  readonly text: string;
  /** How many instances would move that stay otherwise. */
  readonly moves: number;
  /** What it adds per month, and what it costs once, decimal. */
  readonly cost: { readonly monthly: number; readonly setup: number; readonly currency: string };
  /** What to change in manifests; none where hosts are to be bought. */
  readonly edits: readonly Edit[];
  /** What to buy. */
  readonly hosts: readonly RecommendedHosts[];
}

/** The compute that comes closest to taking an instance, and what it lacks. */
export interface NearestMiss {
  readonly compute: string;
  readonly resource: Resource;
  /** What one instance asks for, its buffer included, and what is left there. */
  readonly asked: number;
  readonly left: number;
}

/** Why a service misses instances, and what would help. */
export interface ServiceInfeasibility {
  readonly service: string;
  readonly replicas: number;
  /** How many of them find no place. */
  readonly missing: number;
  /** Among the computes that its rules allow; null where room is not what it lacks. */
  readonly nearest: NearestMiss | null;
  /** Null where none was found within the tries. */
  readonly conflict: Conflict | null;
  /** The cheapest first; none where nothing that was tried helps. */
  readonly waysOut: readonly WayOut[];
  /** The tries ran out: there may be other ways out, or milder ones. */
  readonly cut: boolean;
  /** Ways out were proved from where the plan puts everybody; in a small fleet they are proved by planning again. */
  readonly standing?: boolean;
}

/** How many instances a fleet can hold, and how that is known. */
export interface FleetBound {
  readonly wanted: number;
  readonly placed: number;
  /** No way of placing them places more; it need not be reached. */
  readonly most: number;
  /** The same, where every service keeps as many instances as it has. */
  readonly mostKeeping: number;
  /**
   * That no way places more than the plan does, every service keeping what it has, is proved: `exact` by a program
   * that has every rule, `bound` by one that leaves some out. Null where it is not proved.
   */
  readonly proved: 'exact' | 'bound' | null;
}

/** Why some instances find no place, and what would help. */
export interface Infeasibility {
  /** Null where it was not computed. */
  readonly bound: FleetBound | null;
  /** Those that miss the most instances first. */
  readonly services: readonly ServiceInfeasibility[];
  /** Services that miss instances and were not looked into, by name. */
  readonly notAnalysed: readonly string[];
}
