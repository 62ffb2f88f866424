import type { Graph } from '../../model/graph.ts';
import type { Placement } from '../../model/placement.ts';
import { addResources, NO_RESOURCES, RESOURCES } from '../../model/resources.ts';
import type { Use } from '../../model/simulation.ts';

/** Says how much of each resource is granted, over all active computes. */
export function useOf(graph: Graph, placements: readonly Placement[]): Use[] {
  const active = graph.all('Compute').filter(({ spec }) => spec.state === 'active');
  const names = new Set(active.map(({ metadata }) => metadata.name));
  const total = active.map((compute) => graph.capacityOf(compute)).reduce(addResources, NO_RESOURCES);
  const allocated = placements
    .filter(({ compute }) => names.has(compute))
    .map(({ granted }) => granted)
    .reduce(addResources, NO_RESOURCES);
  return RESOURCES.map((resource) => ({
    resource,
    total: total[resource],
    allocated: allocated[resource],
    share: total[resource] > 0 ? allocated[resource] / total[resource] : null,
  }));
}
