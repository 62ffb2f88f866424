import type { Diagnostic } from '../../../model/diagnostic.ts';
import { diagnosticOf } from '../../../model/finding.ts';
import type { Graph } from '../../../model/graph.ts';
import type { HostOrders } from '../host-orders.ts';

/** There is no provider that a Host can be ordered from. */
export function providerMissing({ homeless }: HostOrders, graph: Graph): Diagnostic[] {
  return homeless.map((manifest) => {
    const { profile, provider, workspace } = manifest.spec;
    const family = graph.get('ComputeProfile', profile)?.spec.family ?? 'its family';
    const message =
      provider === undefined
        ? `workspace ${workspace} has no ComputeProvider of the family ${family}, and none is free`
        : `workspace ${workspace} may not order from ${provider}`;
    const finding = {
      manifest,
      pointer: provider === undefined ? '/spec/profile' : '/spec/provider',
      message,
      hint: 'declare a ComputeProvider of that family with its organization, or one without, for the free pool',
    };
    return diagnosticOf(finding, 'provider.missing', 'error');
  });
}
