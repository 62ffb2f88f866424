import type { Secret } from '../../model/secret.ts';
import { StowageError } from '../../model/stowage-error.ts';
import { ProviderFailure } from '../provider-failure.ts';

/** The secret that credentials lead to; where they lead nowhere nothing was asked of the provider yet. */
export async function secretOf(credentials: () => Promise<Secret>): Promise<Secret> {
  try {
    return await credentials();
  } catch (error) {
    if (!(error instanceof StowageError)) throw error;
    throw new ProviderFailure('permission', error.message, error.hint);
  }
}
