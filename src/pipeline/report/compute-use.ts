import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Placement } from '../../model/placement.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { addResources, eachResource, NO_RESOURCES, subtractResources } from '../../model/resources.ts';
import { stranded } from './stranded.ts';

/** One compute, and how it is used. */
export interface ComputeUse {
  readonly compute: Manifest<'Compute'>;
  /** What services may use. */
  readonly total: ResourceVector;
  /** What is granted. */
  readonly allocated: ResourceVector;
  /** What is left; nowhere below nothing. */
  readonly available: ResourceVector;
  /** What of that is of no use. */
  readonly stranded: ResourceVector;
}

/** Says how computes are used by what is placed on them. */
export function usesOf(
  computes: readonly Manifest<'Compute'>[],
  graph: Graph,
  placements: readonly Placement[],
): ComputeUse[] {
  const granted = new Map<string, ResourceVector>();
  for (const placement of placements) {
    const sum = granted.get(placement.compute) ?? NO_RESOURCES;
    granted.set(placement.compute, addResources(sum, placement.granted));
  }
  const services = graph.all('Service');
  return computes.map((compute) => {
    const total = atLeastNothing(graph.capacityOf(compute));
    const allocated = granted.get(compute.metadata.name) ?? NO_RESOURCES;
    const available = atLeastNothing(subtractResources(total, allocated));
    return { compute, total, allocated, available, stranded: stranded(compute, available, services) };
  });
}

function atLeastNothing(amount: ResourceVector): ResourceVector {
  return eachResource((resource) => Math.max(0, amount[resource]));
}
