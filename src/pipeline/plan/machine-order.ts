import { agreedPrice } from '../../model/agreed-price.ts';
import type { Graph } from '../../model/graph.ts';
import type { MachineOrder } from '../../model/machine.ts';
import type { Manifest } from '../../model/manifest.ts';

/** Writes down what is asked of a provider for a Host; null where a reference leads nowhere. */
export function machineOrder(
  { metadata, spec }: Manifest<'Host'>,
  provider: Manifest<'ComputeProvider'>,
  graph: Graph,
  today: string,
): MachineOrder | null {
  const profile = graph.get('ComputeProfile', spec.profile);
  const workspace = graph.get('Workspace', spec.workspace);
  if (!profile || !workspace) return null;
  const { price, parameters = {} } = profile.spec;
  return {
    name: metadata.name,
    region: spec.region ?? spec.regions?.[0] ?? provider.spec.region ?? null,
    parameters,
    image: spec.image ?? null,
    sshKeys: spec.sshKeys ?? [],
    userData: spec.userData ?? null,
    price: {
      monthly: agreedPrice(graph, workspace.spec.organization, profile, today),
      setup: price.setup,
      currency: price.currency,
    },
  };
}
