import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import type { Provider } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Ledger } from './ledger.ts';

/** Opens the provider of a name; fails with a ProviderFailure. */
export type ProviderOf = (name: string) => Promise<Provider>;

/** Opens providers as they are recorded, each once. */
export function providerOf(
  ledger: Ledger,
  open: (name: string, spec: ComputeProviderSpec) => Promise<Provider>,
): ProviderOf {
  const opened = new Map<string, Promise<Provider>>();
  return async (name) => {
    const known = opened.get(name);
    if (known) return await known;
    const recorded = ledger.recorded.objects.find(
      ({ kind, key }) => kind === 'ComputeProvider' && key === name,
    );
    if (!recorded) {
      const hint = 'declare it again, or settle what it left behind with `stowage resolve`';
      throw new ProviderFailure('profile', `no ComputeProvider ${name} is recorded`, hint);
    }
    const provider = open(name, recorded.spec as unknown as ComputeProviderSpec);
    opened.set(name, provider);
    return await provider;
  };
}
