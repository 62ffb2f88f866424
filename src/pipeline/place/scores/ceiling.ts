/** What binary fractions may add to a mean. */
const FUZZ = 1e-9;

/**
 * 1 for a compute whose mean utilisation stays at or under the ceiling, else 0. It is asked of the mean, not of
 * every resource: the target is one too, and a resource far ahead of the others is what stranding is about.
 */
export function ceiling(mean: number, limit: number): number {
  return mean <= limit + FUZZ ? 1 : 0;
}
