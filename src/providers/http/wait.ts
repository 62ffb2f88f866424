import { ProviderFailure } from '../provider-failure.ts';
import { onAbort } from './on-abort.ts';

/** Waits; stopped, it fails as what had no effect. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw stopped();
  await new Promise<void>((resolve, reject) => {
    const forget = onAbort(signal, () => {
      clearTimeout(timer);
      reject(stopped());
    });
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, ms);
  });
}

/** That somebody stopped it before anything was sent. */
export function stopped(): ProviderFailure {
  return new ProviderFailure('transient', 'it was stopped before the request was sent', 'apply again');
}

/** How long to wait before the next try: twice as long each time, and never the same for two at once. */
export function backoff(attempt: number, firstMs = 200, mostMs = 20_000): number {
  return Math.min(firstMs * 2 ** attempt, mostMs) * (0.5 + Math.random());
}
