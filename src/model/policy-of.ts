import type { PlacementPolicy } from './placement.ts';
import type { Project } from './project.ts';

/** The policy that a fleet's settings ask for. */
export function policyOf({ spec: { placement, currency } }: Project): PlacementPolicy {
  const { objective, target, ceiling } = placement;
  return { target, ceiling, ...(objective === 'cheapest' ? { cheapest: { currency } } : {}) };
}
