import type { ProviderOf } from '../apply/provider-of.ts';
import type { Intent } from '../model/intent.ts';
import type { Unfinished } from '../model/unfinished.ts';

/** Asks the provider which machines an intent may have become; where it cannot say, tells why. */
export async function candidatesOf(
  intent: Intent,
  fleet: string,
  providerOf: ProviderOf,
): Promise<Unfinished> {
  try {
    const provider = await providerOf(intent.step.provider);
    const seen = await provider.observe(intent, fleet);
    if (seen.found === 'unclear') return { intent, candidates: seen.candidates, silent: null };
    return { intent, candidates: seen.found === 'ours' ? [seen.machine] : [], silent: null };
  } catch (error) {
    return { intent, candidates: [], silent: error instanceof Error ? error.message : String(error) };
  }
}
