import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { addResources, vectorOf } from '../../model/resources.ts';
import type { Labels } from '../../model/selector.ts';
import { labelsOf } from '../../model/selector.ts';

/** What a pin can lead to: a compute that exists, or a host that is ordered. */
export interface Machine {
  readonly manifest: Manifest<'Compute'> | Manifest<'Host'>;
  readonly labels: Labels;
  /** Labels that only the order will settle. */
  readonly open: readonly string[];
  /** Undefined while its parts or its profile cannot be counted; another check says why. */
  readonly capacity: ResourceVector | undefined;
}

/** Finds the compute or host of a name. */
export function machineOf(name: string, graph: Graph, uncounted: ReadonlySet<string>): Machine | undefined {
  const compute = graph.get('Compute', name);
  if (compute) {
    const countable = graph.hardwareTotalOf(name).faults.length === 0 && !uncounted.has(name);
    const capacity = countable ? graph.capacityOf(compute) : undefined;
    return { manifest: compute, labels: labelsOf(name, compute.spec), open: [], capacity };
  }
  const host = graph.get('Host', name);
  return host && orderedMachine(host, graph);
}

function orderedMachine(host: Manifest<'Host'>, graph: Graph): Machine {
  const { name } = host.metadata;
  const { profile: profileName, region, tags } = host.spec;
  const profile = graph.get('ComputeProfile', profileName)?.spec;
  const labels = new Map([
    ...Object.entries({ ...profile?.tags, ...tags }),
    ['stowage/name', name],
    ...(region === undefined ? [] : ([['stowage/region', region]] as const)),
  ]);
  const { capacity, faults } = graph.hardwareTotalOf(name);
  return {
    manifest: host,
    labels,
    open: ['stowage/type', 'stowage/provider', 'stowage/region'].filter((key) => !labels.has(key)),
    capacity:
      profile && faults.length === 0 ? addResources(capacity, vectorOf(profile.resources)) : undefined,
  };
}
