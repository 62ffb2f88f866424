import type { PlacementPolicy } from '../../../model/placement.ts';
import { ceiling } from './ceiling.ts';
import { closeness } from './closeness.ts';
import { stranding } from './stranding.ts';
import type { Usage } from './usage.ts';

/** The ceiling outweighs everything else together; stranding decides among computes about equally close. */
const WEIGHTS = { ceiling: 0.5, closeness: 0.45, stranding: 0.05 };

/** Rates how well a compute is used, from 0 to 1. */
export function scoreOf(usage: Usage, { target }: PlacementPolicy): number {
  return (
    WEIGHTS.ceiling * ceiling(usage) +
    WEIGHTS.closeness * closeness(usage, target) +
    WEIGHTS.stranding * stranding(usage)
  );
}
