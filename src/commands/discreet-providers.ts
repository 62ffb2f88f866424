import { isSecretReference } from '../model/is-secret-reference.ts';
import type { Secret } from '../model/secret.ts';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import { StowageError } from '../model/stowage-error.ts';
import type { Provider } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Context } from './context.ts';
import { discreetly } from './discreetly.ts';

/** Opens a provider as it is recorded. */
type Open = (name: string, spec: ComputeProviderSpec) => Promise<Provider>;

/**
 * Opens the providers of the fleet in a folder. Each finds its secret when a call first needs it, and nothing that one
 * says or fails with holds a secret, so that none gets into the journal.
 */
export function discreetProviders(context: Context, root: string): Open {
  const scrub = (text: string): string => context.revealed.scrub(text);
  return async (name, spec) => {
    const credentials = credentialsOf(name, spec, context, root);
    const provider = await discreetly(() => context.openProvider(name, spec, root, credentials), scrub);
    return {
      capabilities: provider.capabilities,
      preflight: (orders, fleet) => discreetly(() => provider.preflight(orders, fleet), scrub),
      observe: (intent, fleet) => discreetly(() => provider.observe(intent, fleet), scrub),
      make: (order, marker, signal) => discreetly(() => provider.make(order, marker, signal), scrub),
      connect: (...task) => discreetly(() => provider.connect(...task), scrub),
      bootstrap: (...task) => discreetly(() => provider.bootstrap(...task), scrub),
      remove: (farewell, signal) => discreetly(() => provider.remove(farewell, signal), scrub),
      list: (fleet) => discreetly(() => provider.list(fleet), scrub),
      census: () => discreetly(() => provider.census(), scrub),
    };
  };
}

/** Finds a provider's secret, once; that there is none is found out before anything is asked of the provider. */
function credentialsOf(
  name: string,
  { credentials }: ComputeProviderSpec,
  { env, revealed, openSecretSource }: Context,
  root: string,
): (() => Promise<Secret>) | null {
  if (credentials === undefined) return null;
  let found: Secret | undefined;
  return async () => {
    if (found) return found;
    try {
      if (!isSecretReference(credentials)) throw unfit(name);
      const source = await openSecretSource({ root, env, revealed });
      return (found = await source.resolve(credentials));
    } catch (error) {
      if (!(error instanceof StowageError)) throw error;
      throw new ProviderFailure('permission', `the credentials of ${name}: ${error.message}`, error.hint);
    }
  };
}

/** The state was written by hand, or by a stowage that took more for a reference than this one. */
function unfit(name: string): StowageError {
  const hint =
    'write one of { env: NAME }, { file: PATH } and { age: PATH } into its manifest, and apply that first';
  return new StowageError(
    'secret.reference',
    `what is recorded of ${name} is no reference to a secret`,
    hint,
  );
}
