import type { Intent } from './intent.ts';
import type { Machine } from './machine.ts';

/** Something that a run began and did not finish, with the machines it may have become. */
export interface Unfinished {
  readonly intent: Intent;
  readonly candidates: readonly Machine[];
  /** Why there is nothing to choose from; null where the provider answered. */
  readonly silent: string | null;
}
