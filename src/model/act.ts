import type { JournalEntry } from './journal-entry.ts';
import type { Effect } from './step.ts';

/** One commit of the state branch: an entry for the journal, and what it did to the recorded state. */
export interface Act {
  readonly entry: JournalEntry;
  /** Null for an entry that only tells. */
  readonly effect: Effect | null;
}
