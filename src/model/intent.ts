import type { Step } from './step.ts';

/**
 * What is about to be done outside the repository. It is recorded before it is done and goes when its outcome is
 * recorded, so whoever comes after a dead run knows what may have happened.
 */
export interface Intent {
  /** A ULID; the handle by which the provider knows the request is derived from it. */
  readonly id: string;
  /** What was to be done, and what is to be recorded once it is. */
  readonly step: OutsideStep;
  /** Names the object for life; a machine that is not marked with it is not ours. */
  readonly uid: string;
  /** SHA-256 of what is asked of the provider, canonical. */
  readonly request: string;
  /** The lease it was written under. */
  readonly epoch: number;
  /** The digest of the plan it belongs to, and the manifest tree that plan was made from. */
  readonly plan: string;
  readonly desired: string;
  /** RFC 3339, UTC. */
  readonly since: string;
  /** Why nobody could tell whether it happened; null while that was not asked. A provider that never can leaves it to a person. */
  readonly unresolved: string | null;
}

/** The part of a step that outlives the run that took it. */
export type OutsideStep = Pick<Step, 'id' | 'verb' | 'address' | 'summary' | 'order' | 'effect' | 'notes'> & {
  /** The name of the ComputeProvider. */
  readonly provider: string;
};
