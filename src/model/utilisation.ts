import type { Resource, ResourceVector } from './resources.ts';
import { exact, RESOURCES } from './resources.ts';

/** How full a compute is, as shares of 1: of what it has, how much is granted. */
export interface Utilisation {
  /** Over the resources that the compute has; 0 where it has none. */
  readonly mean: number;
  readonly shares: Readonly<Partial<Record<Resource, number>>>;
}

/** Says how full a compute is, given what services may use of it and what is granted. */
export function utilisationOf(total: ResourceVector, allocated: ResourceVector): Utilisation {
  const shares: Partial<Record<Resource, number>> = {};
  let sum = 0;
  let count = 0;
  for (const resource of RESOURCES) {
    if (total[resource] <= 0) continue;
    const share = exact(allocated[resource] / total[resource]);
    shares[resource] = share;
    sum += share;
    count++;
  }
  return { mean: count === 0 ? 0 : exact(sum / count), shares };
}

/** Rounds a share of 1 to whole percents, the same wherever it is told. */
export function wholePercent(share: number): number {
  return Math.round(exact(share * 100));
}
