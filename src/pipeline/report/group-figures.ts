import { KINDS } from '../../kinds/registry.ts';
import type { CapacityGroup, ResourceFigures, Spread } from '../../model/capacity-report.ts';
import type { Resource } from '../../model/resources.ts';
import { exact, RESOURCES } from '../../model/resources.ts';
import type { ComputeUse } from './compute-use.ts';

/** Adds up some computes. */
export function groupFigures(
  name: string | null,
  uses: readonly ComputeUse[],
  currency: string,
): CapacityGroup {
  const cents = uses.map(({ compute }) => {
    const cost = KINDS.Compute.monthlyCost?.(compute.spec);
    return cost?.currency === currency ? Math.round(cost.amount * 100) : 0;
  });
  return {
    name,
    computes: uses.length,
    monthlyCost: cents.reduce((sum, cost) => sum + cost, 0) / 100,
    resources: RESOURCES.map((resource) => figuresOf(resource, uses)),
  };
}

function figuresOf(resource: Resource, uses: readonly ComputeUse[]): ResourceFigures {
  const sum = (part: 'total' | 'allocated' | 'available' | 'kept' | 'stranded'): number =>
    exact(uses.reduce((amount, use) => amount + use[part][resource], 0));
  const shares = uses
    .filter(({ total }) => total[resource] > 0)
    .map(({ allocated, total }) => allocated[resource] / total[resource]);
  return {
    resource,
    total: sum('total'),
    allocated: sum('allocated'),
    available: sum('available'),
    kept: sum('kept'),
    stranded: sum('stranded'),
    utilisation: spreadOf(shares.sort((a, b) => a - b)),
  };
}

function spreadOf(sorted: readonly number[]): Spread | null {
  const at = (nth: number): number => sorted[nth] as number;
  const { length } = sorted;
  if (length === 0) return null;
  const middle = length >> 1;
  return {
    min: at(0),
    max: at(length - 1),
    mean: sorted.reduce((sum, share) => sum + share, 0) / length,
    median: length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
  };
}
