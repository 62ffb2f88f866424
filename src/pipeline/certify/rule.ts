import type { ConflictingRule } from '../../model/infeasibility.ts';
import type { Manifest } from '../../model/manifest.ts';

/** How a manifest would read; null takes it out of the fleet. What it does not concern stays the same object. */
export type Rewrite = (manifest: Manifest) => Manifest | null;

/** A milder form of a rule. */
export interface Remedy {
  /** What a person would do: `lower min memory from 16 GB to 11.5 GB`. */
  readonly text: string;
  readonly rewrite: Rewrite;
}

/** Tells whether a remedy places what is missing; null once the tries are used up. */
export type Helps = (remedy: Remedy) => boolean | null;

/** Something that may keep a service's instances off computes, and how it can be relaxed. */
export interface Rule extends ConflictingRule {
  /** Different from that of every other rule of the service. */
  readonly id: string;
  /** Relaxes the rule altogether. */
  readonly relaxed: Rewrite;
  /**
   * Finds the mildest change of the rule that is enough, given the computes of the instances without the rule; null where
   * none of those that a person would choose is. Absent where the rule is nobody's to change.
   */
  readonly mildest?: (helps: Helps, homes: readonly string[]) => Remedy | null;
}
