import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { poolOverlaps } from './pool-overlaps.ts';
import { shortageOfPool } from './shortage-of-pool.ts';

/** Tells whether the network of a pool is reported by itself, with what does not fit it: no further mistakes then. */
export function isNetworkTold(manifest: Manifest<'IPAddress' | 'IPPool'>, graph: Graph): boolean {
  return isPool(manifest) && (poolOverlaps(graph).has(manifest) || shortageOfPool(manifest, graph) !== null);
}

function isPool(manifest: Manifest<'IPAddress' | 'IPPool'>): manifest is Manifest<'IPPool'> {
  return manifest.kind === 'IPPool';
}
