import type { PlacementPolicy } from '../../model/placement.ts';
import type { Sites } from './sites.ts';
import type { Workload } from './workload.ts';

/** The fleet, compiled once: computes and services by name, amounts in thousandths in flat arrays. */
export interface Fleet {
  readonly policy: PlacementPolicy;
  readonly sites: Sites;
  /** Services that have instances. */
  readonly workloads: readonly Workload[];
  /** What services may use, compute by compute. */
  readonly capacity: Float64Array;
  /** The part of the capacity that is at or under the ceiling. */
  readonly ceiling: Float64Array;
  /** One divided by the capacity; 0 for a resource that a compute has not got. */
  readonly perCapacity: Float64Array;
  /** How many resources each compute has. */
  readonly breadth: Uint8Array;
}
