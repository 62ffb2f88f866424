import type { ProviderCensus, SilentProvider } from '../model/drift.ts';
import type { ComputeProviderSpec } from '../model/spec/compute-provider.ts';
import type { Provider } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';

/** Asks a provider what stands there; where it does not answer, says why. */
export async function askCensus(
  open: (name: string, spec: ComputeProviderSpec) => Promise<Provider>,
  provider: string,
  spec: ComputeProviderSpec,
  fleet: string,
): Promise<ProviderCensus | SilentProvider> {
  try {
    const opened = await open(provider, spec);
    const [census, ours] = await Promise.all([opened.census(), opened.list(fleet)]);
    // Only who knows the fleet can read every mark of it.
    const marked = new Map(ours.map((machine) => [machine.id, machine]));
    const found = census.map((one) => ({ ...one, machine: marked.get(one.machine.id) ?? one.machine }));
    return { provider, family: spec.family, marks: opened.capabilities.marks, found };
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { message, hint } = error;
    return { provider, message, hint };
  }
}
