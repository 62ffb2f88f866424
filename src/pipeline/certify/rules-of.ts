import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Resource } from '../../model/resources.ts';
import { labelsOf } from '../../model/selector.ts';
import { affinityRules } from './affinity-rules.ts';
import { amountRules } from './amount-rules.ts';
import { avoidanceRules } from './avoidance-rules.ts';
import { fleetRules } from './fleet-rules.ts';
import type { Rule } from './rule.ts';
import { spreadRules } from './spread-rules.ts';

/**
 * Lists everything that may keep a service's instances off computes; what is nobody's to change comes last. `likely`
 * lists amounts of a resource that may just fit.
 */
export function rulesOf(
  graph: Graph,
  service: Manifest<'Service'>,
  likely: (resource: Resource) => readonly number[],
): Rule[] {
  const labels = (name: string) => {
    const compute = graph.get('Compute', name);
    return compute && labelsOf(name, compute.spec);
  };
  return [
    ...affinityRules(service, labels),
    ...avoidanceRules(graph, service),
    ...spreadRules(service),
    ...amountRules(service, likely),
    ...fleetRules(graph, service),
  ];
}
