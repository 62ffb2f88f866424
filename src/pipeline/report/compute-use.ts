import type { Graph } from '../../model/graph.ts';
import { grantsByCompute } from '../../model/grants-by-compute.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Placement } from '../../model/placement.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { eachResource, NO_RESOURCES, subtractResources } from '../../model/resources.ts';
import { stranded } from './stranded.ts';

/** One compute, and how it is used: total is allocated and available, and of that a part is kept free, another stranded. */
export interface ComputeUse {
  readonly compute: Manifest<'Compute'>;
  /** What services may use. */
  readonly total: ResourceVector;
  /** What is granted. */
  readonly allocated: ResourceVector;
  /** The least that those on it need; what is allocated above that gives way to who comes. */
  readonly needed: ResourceVector;
  /** What is not allocated; nowhere below nothing. */
  readonly available: ResourceVector;
  /** What of that those on it ask to leave free. */
  readonly kept: ResourceVector;
  /** What of the rest nothing can use. */
  readonly stranded: ResourceVector;
}

/** What those on a compute need at the least, and the highest buffer that one of them asks for. */
export type NeedsOf = (compute: string) => {
  readonly needed: ResourceVector;
  readonly buffer: ResourceVector;
};

/** Says how computes are used by what is placed on them. */
export function usesOf(
  computes: readonly Manifest<'Compute'>[],
  graph: Graph,
  placements: readonly Placement[],
  needsOf: NeedsOf,
): ComputeUse[] {
  const granted = grantsByCompute(placements);
  const services = graph.all('Service');
  return computes.map((compute) => {
    const { name } = compute.metadata;
    const { needed, buffer } = needsOf(name);
    const total = atLeastNothing(graph.capacityOf(compute));
    const allocated = granted.get(name) ?? NO_RESOURCES;
    const available = atLeastNothing(subtractResources(total, allocated));
    const kept = eachResource((resource) => Math.min(buffer[resource], available[resource]));
    const room = subtractResources(total, needed);
    const lost = stranded(compute, { left: subtractResources(available, kept), room, buffer }, services);
    return { compute, total, allocated, needed, available, kept, stranded: lost };
  });
}

function atLeastNothing(amount: ResourceVector): ResourceVector {
  return eachResource((resource) => Math.max(0, amount[resource]));
}
