import type { Effort } from './effort.ts';
import type { Market } from './market.ts';

/** How many iterations of ruin and recreate a market deserves: the more instances, the more, up to the most. */
export function iterationsFor({ replicas }: Market, { iterations, iterationsEach }: Effort): number {
  const instances = replicas.reduce((sum, count) => sum + count, 0);
  return Math.min(iterations, instances * iterationsEach);
}
