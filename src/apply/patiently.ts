import { setTimeout } from 'node:timers/promises';
import { ProviderFailure } from '../providers/provider-failure.ts';

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_S = 60;

/**
 * Asks a provider, and again, a little later each time, only where it said that nothing happened. Fails with a
 * ProviderFailure; what nobody foresaw becomes one of the class that `otherwise` says.
 */
export async function patiently<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  otherwise: 'ambiguous' | 'fatal',
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const failure = error instanceof ProviderFailure ? error : unexpected(error, otherwise);
      if (failure.failure !== 'transient' || attempt === ATTEMPTS || signal.aborted) throw failure;
      try {
        await setTimeout(waitFor(attempt, failure.retryAfter), undefined, { signal });
      } catch {
        throw failure;
      }
    }
  }
}

/** Twice as long each time, and never the same for two at once. */
function waitFor(attempt: number, retryAfter: number | null): number {
  if (retryAfter !== null) return Math.min(retryAfter, LONGEST_WAIT_S) * 1000;
  return FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
}

function unexpected(error: unknown, failure: 'ambiguous' | 'fatal'): ProviderFailure {
  const message = error instanceof Error ? error.message : String(error);
  return new ProviderFailure(failure, message, 'see `stowage resolve`');
}
