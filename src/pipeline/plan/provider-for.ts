import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Claims } from '../../model/providers-for.ts';
import { providersFor } from '../../model/providers-for.ts';
import type { HostSpec } from '../../model/spec/host.ts';

/** Finds the provider that a Host is ordered from: the one it names, else the nearest of its profile's family. */
export function providerFor(
  host: HostSpec,
  graph: Graph,
  claims: Claims,
): Manifest<'ComputeProvider'> | null {
  const family = graph.get('ComputeProfile', host.profile)?.spec.family;
  const open = providersFor(graph, host.workspace, claims)
    .filter(({ metadata }) => host.provider === undefined || metadata.name === host.provider)
    .filter(({ spec }) => spec.family === family);
  return open[0] ?? null;
}
