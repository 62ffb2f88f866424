import type { Act } from '../model/act.ts';
import type { Category, JournalEntry } from '../model/journal-entry.ts';
import type { RecordedState } from '../model/recorded.ts';

/** Which journal entries to list; everything absent matches all. */
export interface JournalQuery {
  /** A compute's name, or `_fleet` for entries about no single compute. */
  readonly compute?: string;
  readonly category?: Category;
  /** RFC 3339 or `YYYY-MM-DD`, inclusive. */
  readonly since?: string;
  readonly until?: string;
  /** Part of the author's name or email, in any case. */
  readonly author?: string;
  /** At most so many, newest first. */
  readonly limit?: number;
}

/**
 * Where the recorded state and the journal live. Every store passes test/conformance/state-store.
 * Its errors are StowageErrors: `state.missing`, `state.unreadable`, `state.newer-format`, `state.empty`,
 * `state.diverged` (here and the remote each have commits the other lacks), `state.moved` (somebody else wrote
 * first; exit code 5), `state.remote` (the remote cannot be reached, or refuses).
 */
export interface StateStore {
  /** The remote through which others see it; null where only this repository has it. */
  readonly sharedThrough: string | null;
  /** Brings the newest state here from where others write it; nothing to do where there is no remote. */
  fetch(): Promise<void>;
  /** Brings what is recorded only here to where others read it; they have it already unless that place is new. */
  share(): Promise<void>;
  /** Reads the whole recorded state. Refuses what is implausible; creates nothing. */
  read(): Promise<RecordedState>;
  /**
   * Adds one commit per act on top of `base.commit`, all or none, and says which manifest tree they follow
   * from (null: the tree recorded before stays). Fails with `state.moved` when the branch is no longer at `base.commit`.
   * With `verified`, also up to which commit every change was found signed (null: no signatures are required any more).
   * Returns the state as it is then, without reading it again.
   */
  write(
    base: RecordedState,
    acts: readonly Act[],
    desired: string | null,
    verified?: string | null,
  ): Promise<RecordedState>;
  /** Lists journal entries, newest first. */
  journal(query: JournalQuery): Promise<JournalEntry[]>;
}
