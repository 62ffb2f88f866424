import { assignmentsOfPools } from '../../model/assignments-of-pools.ts';
import { freeInPool } from '../../model/free-in-pool.ts';
import type { Graph } from '../../model/graph.ts';
import { ipLiterals } from '../../model/ip-literals.ts';
import type { Manifest } from '../../model/manifest.ts';

/** A pool with fewer addresses than it is to hand out. */
export interface Shortage {
  readonly free: bigint;
  readonly needed: number;
  /** By name, the first that gets none. */
  readonly first: Manifest<'IPAssignment'> | undefined;
}

/** What a pool is short of; null where it has enough, or its network cannot be read. */
export function shortageOfPool({ metadata, spec }: Manifest<'IPPool'>, graph: Graph): Shortage | null {
  const assignments = assignmentsOfPools(graph).get(metadata.name) ?? [];
  if (assignments.length === 0 || !ipLiterals(spec).network) return null;
  const free = freeInPool(spec, graph).reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  if (BigInt(assignments.length) <= free) return null;
  return { free, needed: assignments.length, first: assignments[Number(free)] };
}
