import { WIDTH } from '../amounts.ts';
import type { Occupancy } from '../occupancy.ts';

/** How full a compute is, as shares of its capacity, over the resources it has. */
export interface Usage {
  mean: number;
  /** The share of its fullest resource. */
  hottest: number;
  /** Every resource is at or under the ceiling. */
  underCeiling: boolean;
}

const NOTHING = new Float64Array(WIDTH);

/** Makes the usage that `measure` fills in, once for many computes. */
export function newUsage(): Usage {
  return { mean: 0, hottest: 0, underCeiling: true };
}

/** Measures how full a compute is, or would be with something added to it. */
export function measure(
  usage: Usage,
  occupancy: Occupancy,
  compute: number,
  added: Float64Array = NOTHING,
): Usage {
  const { used, fleet } = occupancy;
  const { ceiling, perCapacity, breadth } = fleet;
  let sum = 0;
  let hottest = 0;
  let underCeiling = true;
  for (let r = 0, at = compute * WIDTH; r < WIDTH; r++, at++) {
    const amount = (used[at] as number) + (added[r] as number);
    const share = amount * (perCapacity[at] as number);
    sum += share;
    if (share > hottest) hottest = share;
    if (amount > (ceiling[at] as number)) underCeiling = false;
  }
  usage.hottest = hottest;
  usage.underCeiling = underCeiling;
  usage.mean = breadth[compute] === 0 ? 0 : sum / (breadth[compute] as number);
  return usage;
}
