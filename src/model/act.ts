import type { Intent } from './intent.ts';
import type { Actor, JournalEntry } from './journal-entry.ts';
import type { Effect } from './step.ts';

/** An entry for the journal, and what it did to the recorded state. */
export interface JournalAct {
  readonly entry: JournalEntry;
  /** Null for an entry that only tells. */
  readonly effect: Effect | null;
  /** The id of the intent whose outcome this is; that intent goes with the same commit. */
  readonly settles?: string;
}

/** Intents that are about to be carried out, or that turned out to be unresolved; told in no journal. */
export interface IntentAct {
  readonly intents: readonly Intent[];
  readonly author: Actor;
  /** RFC 3339, UTC. */
  readonly timestamp: string;
  /** One line that stands in `git log`. */
  readonly subject: string;
}

/** One commit of the state branch. */
export type Act = JournalAct | IntentAct;
