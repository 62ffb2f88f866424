import type { Graph } from './graph.ts';
import { missingFigure } from './missing-figure.ts';

/**
 * Computes with a part that is not declared, or that lacks the figure by which it counts: nobody can tell what they
 * carry, so whatever would follow from their capacity is left unsaid.
 */
export function uncountedComputes(graph: Graph): ReadonlySet<string> {
  const uncounted = graph.all('ComponentAssignment').filter(({ spec }) => {
    const component = graph.get('Component', spec.component);
    return !component || missingFigure(component.spec) !== undefined;
  });
  return new Set(uncounted.flatMap(({ spec }) => spec.computes));
}
