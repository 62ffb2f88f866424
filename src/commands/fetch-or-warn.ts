import { StowageError } from '../model/stowage-error.ts';
import type { StateStore } from '../state/state-store.ts';
import type { Context } from './context.ts';

/** Fetches the state, for a command that only reads: its answer is worth having even without the remote, and says so. */
export async function fetchOrWarn(context: Context, store: StateStore): Promise<void> {
  try {
    await store.fetch();
  } catch (error) {
    if (!(error instanceof StowageError) || error.code !== 'state.remote') throw error;
    context.stderr.write(`warning ${error.code}: ${error.message}; working with the state in this clone\n`);
  }
}
