import type { Usage } from './usage.ts';

/** 1 at the target, falling evenly to 0 for an empty compute on one side and for a full one on the other. */
export function closeness({ mean }: Usage, target: number): number {
  if (mean <= target) return target === 0 ? 1 : mean / target;
  return Math.max(0, 1 - (mean - target) / (1 - target));
}
