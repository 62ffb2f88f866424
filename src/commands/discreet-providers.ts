import type { Project } from '../model/project.ts';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import type { Provider } from '../providers/provider.ts';
import type { Context } from './context.ts';
import { discreetly } from './discreetly.ts';
import { remoteAccess } from './remote-access.ts';
import { secretAt } from './secret-at.ts';

/** Opens a provider as it is recorded. */
export type Open = (name: string, spec: ComputeProviderSpec) => Promise<Provider>;

/**
 * Opens the providers of the fleet in a folder. Each finds its secret when a call first needs it, and nothing that one
 * says or fails with holds a secret, so that none gets into the journal.
 */
export function discreetProviders(context: Context, root: string, project: Project): Open {
  const remote = remoteAccess(context, root, project);
  const scrub = (text: string): string => context.revealed.scrub(text);
  return async (name, spec) => {
    const credentials = secretAt(spec.credentials, `the credentials of ${name}`, context, root);
    const provider = await discreetly(
      () => context.openProvider(name, spec, { root, credentials, remote }),
      scrub,
    );
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
