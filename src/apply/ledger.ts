import type { Act } from '../model/act.ts';
import type { RecordedState } from '../model/recorded.ts';
import { StowageError } from '../model/stowage-error.ts';
import type { StateStore } from '../state/state-store.ts';

/** How often a write is tried again after somebody else wrote first. */
const ATTEMPTS = 20;

type Acts = readonly Act[];

/** What others recorded meanwhile. */
export interface Moved {
  readonly was: RecordedState;
  readonly is: RecordedState;
}

/** What a ledger needs. */
export interface LedgerInputs {
  readonly store: StateStore;
  /** The state that was read. */
  readonly recorded: RecordedState;
  /** The manifest tree that is applied; null for acts of no plan. */
  readonly desired: string | null;
}

/** Writes acts on top of whatever others wrote meanwhile, each exactly once, and knows what is recorded now. */
export class Ledger {
  recorded: RecordedState;
  /** How many journal entries it has written. */
  entries = 0;
  readonly #inputs: LedgerInputs;

  constructor(inputs: LedgerInputs) {
    this.#inputs = inputs;
    this.recorded = inputs.recorded;
  }

  /**
   * Writes what `acts` gives for the state it is handed. It is asked anew, with what changed, whenever somebody else
   * wrote first; it then leaves out what no longer holds. Fails with `state.moved` when others never stop writing.
   * With `verified`, records which commit is trusted from then on.
   */
  async write(
    acts: (state: RecordedState, moved: Moved | null) => Acts | Promise<Acts>,
    verified?: string | null,
  ): Promise<void> {
    const { store, desired } = this.#inputs;
    let moved: Moved | null = null;
    for (let attempt = 1; ; attempt++) {
      const now = await acts(this.recorded, moved);
      if (now.length === 0) return;
      try {
        this.recorded = await store.write(this.recorded, now, desired, verified);
        this.entries += now.filter((act) => 'entry' in act).length;
        return;
      } catch (error) {
        if (!(error instanceof StowageError) || error.code !== 'state.moved' || attempt === ATTEMPTS)
          throw error;
      }
      await store.fetch();
      const is = await store.read();
      moved = { was: this.recorded, is };
      this.recorded = is;
    }
  }
}
