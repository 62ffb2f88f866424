/** 1 at the target, falling evenly to 0 for an empty compute on one side and for a full one on the other. */
export function closeness(mean: number, target: number): number {
  if (mean <= target) return target === 0 ? 1 : mean / target;
  return mean < 1 ? (1 - mean) / (1 - target) : 0;
}
