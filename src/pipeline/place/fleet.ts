import type { PlacementPolicy } from '../../model/placement.ts';
import type { Prices } from './prices.ts';
import type { Shapes } from './shapes.ts';
import type { Sites } from './sites.ts';
import type { Workload } from './workload.ts';

/**
 * The fleet, compiled once: computes and services by name, amounts in thousandths in flat arrays, one run of
 * computes for each resource: resource `r` of compute `c` is at `r * size + c`.
 */
export interface Fleet {
  readonly policy: PlacementPolicy;
  readonly sites: Sites;
  /** How many computes there are. */
  readonly size: number;
  /** Every service by name, those without instances included. */
  readonly workloads: readonly Workload[];
  /** What services may use. */
  readonly capacity: Float64Array;
  /** The part of the capacity that is at or under the ceiling: grants stay under it in every resource. */
  readonly ceiling: Float64Array;
  /** Present where the policy asks for what is cheapest. */
  readonly prices?: Prices;
  /** Which computes have the same capacity, and are equally cheap where that counts. */
  readonly shapes: Shapes;
}
