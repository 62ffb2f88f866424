import type { Placement } from './placement.ts';
import type { ResourceVector } from './resources.ts';
import { addResources, NO_RESOURCES } from './resources.ts';

/** Adds up what placements are granted on each compute that has any. */
export function grantsByCompute(placements: readonly Placement[]): Map<string, ResourceVector> {
  const sums = new Map<string, ResourceVector>();
  for (const { compute, granted } of placements) {
    sums.set(compute, addResources(sums.get(compute) ?? NO_RESOURCES, granted));
  }
  return sums;
}
