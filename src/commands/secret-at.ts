import { isSecretReference } from '../model/is-secret-reference.ts';
import type { Secret } from '../model/secret.ts';
import { StowageError } from '../model/stowage-error.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Context } from './context.ts';

/**
 * Finds what a reference leads to, once, when it is first asked for. That it leads nowhere is found out before anything
 * is asked of anybody: it fails with a ProviderFailure that says whose secret it is. Null without a reference.
 */
export function secretAt(
  reference: unknown,
  whose: string,
  { env, revealed, openSecretSource }: Context,
  root: string,
): (() => Promise<Secret>) | null {
  if (reference === undefined) return null;
  let found: Secret | undefined;
  return async () => {
    if (found) return found;
    try {
      if (!isSecretReference(reference)) throw unfit();
      const source = await openSecretSource({ root, env, revealed });
      return (found = await source.resolve(reference));
    } catch (error) {
      if (!(error instanceof StowageError)) throw error;
      throw new ProviderFailure('permission', `${whose}: ${error.message}`, error.hint);
    }
  };
}

/** The state was written by hand, or by a stowage that took more for a reference than this one. */
function unfit(): StowageError {
  const hint =
    'write one of { env: NAME }, { file: PATH } and { age: PATH } into its manifest, and apply that first';
  return new StowageError('secret.reference', 'what is recorded is no reference to a secret', hint);
}
