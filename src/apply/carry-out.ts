import { setTimeout } from 'node:timers/promises';
import type { Intent } from '../model/intent.ts';
import type { Machine } from '../model/machine.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { ProviderOf } from './provider-of.ts';

/** What came of an intent. */
export type Outcome =
  | { readonly of: 'made'; readonly machine: Machine }
  | { readonly of: 'removed' }
  /** It certainly had no effect. */
  | { readonly of: 'failed'; readonly failure: ProviderFailure }
  /** Nobody can tell. */
  | { readonly of: 'unclear'; readonly why: string };

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_S = 60;

/** Asks a provider once for what an intent says, and again only where it said that nothing happened. Never fails. */
export async function carryOut(
  intent: Intent,
  fleet: string,
  providerOf: ProviderOf,
  signal: AbortSignal,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(intent, fleet, providerOf, signal);
    } catch (error) {
      const failure = error instanceof ProviderFailure ? error : unexpected(error);
      if (failure.failure === 'ambiguous') return { of: 'unclear', why: failure.message };
      if (failure.failure !== 'transient' || attempt === ATTEMPTS || signal.aborted)
        return { of: 'failed', failure };
      try {
        await setTimeout(waitFor(attempt, failure.retryAfter), undefined, { signal });
      } catch {
        return { of: 'failed', failure };
      }
    }
  }
}

async function ask(
  intent: Intent,
  fleet: string,
  providerOf: ProviderOf,
  signal: AbortSignal,
): Promise<Outcome> {
  const { id, uid, step } = intent;
  const provider = await providerOf(step.provider);
  if (step.order) {
    return { of: 'made', machine: await provider.make(step.order, { fleet, intent: id, uid }, signal) };
  }
  const machine = step.effect.of === 'object' ? step.effect.before?.status['machine'] : undefined;
  await provider.remove({ machine: String(machine), fleet, uid }, signal);
  return { of: 'removed' };
}

/** Twice as long each time, and never the same for two at once. */
function waitFor(attempt: number, retryAfter: number | null): number {
  if (retryAfter !== null) return Math.min(retryAfter, LONGEST_WAIT_S) * 1000;
  return FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
}

/** What a provider did not foresee may have happened after its request took effect. */
function unexpected(error: unknown): ProviderFailure {
  const message = error instanceof Error ? error.message : String(error);
  return new ProviderFailure('ambiguous', message, 'see `stowage resolve`');
}
