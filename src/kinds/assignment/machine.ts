import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ResourceVector } from '../../model/resources.ts';
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
  const host = graph.get('Host', name);
  if (!compute) return undefined;
  const countable = graph.hardwareTotalOf(name).faults.length === 0 && !uncounted.has(name);
  return {
    manifest: host ?? compute,
    labels: labelsOf(name, compute.spec),
    open: host && host.spec.region === undefined ? ['stowage/region'] : [],
    capacity: countable ? graph.capacityOf(compute) : undefined,
  };
}
