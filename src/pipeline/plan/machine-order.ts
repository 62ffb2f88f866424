import { agreedPrice } from '../../model/agreed-price.ts';
import type { Graph } from '../../model/graph.ts';
import type { ClusterOrder, MachineOrder, Task } from '../../model/machine.ts';
import type { Manifest } from '../../model/manifest.ts';

/** Writes down what is asked of a provider for a Host; null where a reference leads nowhere. `clusterOf` is what it joins. */
export function machineOrder(
  { metadata, spec }: Manifest<'Host'>,
  provider: Manifest<'ComputeProvider'>,
  graph: Graph,
  clusterOf: (workspace: Manifest<'Workspace'>) => ClusterOrder | null,
  today: string,
): MachineOrder | null {
  const profile = graph.get('ComputeProfile', spec.profile);
  const workspace = graph.get('Workspace', spec.workspace);
  if (!profile || !workspace) return null;
  const { price, parameters = {} } = profile.spec;
  const [region = provider.spec.region ?? null, ...fallback] = spec.regions ?? [spec.region ?? []].flat();
  const cluster = clusterOf(workspace);
  const tasks: Task[] = ['network', 'bootstrap', ...(cluster ? (['join'] as const) : [])];
  return {
    name: metadata.name,
    ...(spec.hostname !== undefined && { hostname: spec.hostname }),
    region,
    ...(fallback.length > 0 && { fallback }),
    parameters,
    image: spec.image ?? null,
    sshKeys: spec.sshKeys ?? [],
    userData: spec.userData ?? null,
    price: {
      monthly: agreedPrice(graph, workspace.spec.organization, profile, today),
      setup: price.setup,
      currency: price.currency,
    },
    ...(spec.adopt !== undefined && { adopt: spec.adopt }),
    tasks,
    ...(cluster && { cluster }),
  };
}
