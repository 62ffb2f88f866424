import type { Permission } from './permission.ts';

/** A permission that somebody needs for something and does not have. */
export interface MissingPermission {
  readonly permission: Permission;
  /** The organization that would have to give it; null where any that has members could. */
  readonly organization: string | null;
  /** What it is needed for: ids of steps, or what a commit changes. */
  readonly needed: readonly string[];
  /** The principals that have it. */
  readonly holders: readonly string[];
}
