import { setTimeout } from 'node:timers/promises';
import { ProviderFailure } from '../provider-failure.ts';

/** Waits; stopped, it fails as what had no effect. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch {
    throw stopped();
  }
}

/** That somebody stopped it before anything was sent. */
export function stopped(): ProviderFailure {
  return new ProviderFailure('transient', 'it was stopped before the request was sent', 'apply again');
}

/** How long to wait before the next try: twice as long each time, and never the same for two at once. */
export function backoff(attempt: number, firstMs = 200, mostMs = 20_000): number {
  return Math.min(firstMs * 2 ** attempt, mostMs) * (0.5 + Math.random());
}
