import { excludedFrom } from '../../model/free-in-pool.ts';
import type { Graph } from '../../model/graph.ts';
import { ipLiterals } from '../../model/ip-literals.ts';
import { holders } from '../../model/ip/holders.ts';
import type { IpNetwork } from '../../model/ip/ip-network.ts';
import { subtractRanges } from '../../model/ip/subtract-ranges.ts';
import type { Manifest } from '../../model/manifest.ts';
import { misfitsOfPool } from './misfits-of-pool.ts';
import { shortageOfPool } from './shortage-of-pool.ts';

/** A pool whose network can be read, and its place among the manifests. */
export interface Pool {
  readonly manifest: Manifest<'IPPool'>;
  readonly network: IpNetwork;
  readonly nth: number;
}

/** By the pool whose network seems to be wrong: those that could hand out one of its addresses. */
type PoolOverlaps = ReadonlyMap<
  Manifest<'IPPool'>,
  { readonly pool: Pool; readonly others: readonly Pool[] }
>;

const OVERLAPS = new WeakMap<Graph, PoolOverlaps>();

/** Which pools overlap, each told at one of them; found once. */
export function poolOverlaps(graph: Graph): PoolOverlaps {
  let overlaps = OVERLAPS.get(graph);
  if (!overlaps) OVERLAPS.set(graph, (overlaps = find(graph)));
  return overlaps;
}

function find(graph: Graph): PoolOverlaps {
  const pools = graph.declared('IPPool').flatMap((manifest, nth): Pool[] => {
    const { network } = ipLiterals(manifest.spec);
    return network ? [{ manifest, network, nth }] : [];
  });
  const inside = new Map<Pool, [Pool, ...Pool[]]>();
  for (const [inner, holding] of holders(pools, ({ network }) => network)) {
    const outer = firstSharing(inner, holding);
    if (!outer) continue;
    const others = inside.get(outer);
    if (others) others.push(inner);
    else inside.set(outer, [inner]);
  }
  const overlaps = new Map<Manifest<'IPPool'>, { pool: Pool; others: Pool[] }>();
  for (const [outer, inner] of inside) {
    const pool = inner.length > 1 ? outer : wrongOf(outer, inner[0], graph);
    const others = pool === outer ? inner : [outer];
    const known = overlaps.get(pool.manifest);
    if (known) known.others.push(...others);
    else overlaps.set(pool.manifest, { pool, others });
  }
  return overlaps;
}

/** Of two, the one that contradicts its own network; else the later. */
function wrongOf(one: Pool, other: Pool, graph: Graph): Pool {
  const [later, earlier] = one.nth > other.nth ? [one, other] : [other, one];
  const contradicts = ({ manifest }: Pool): boolean =>
    misfitsOfPool(manifest).length > 0 || shortageOfPool(manifest, graph) !== null;
  return !contradicts(later) && contradicts(earlier) ? earlier : later;
}

function firstSharing(inner: Pool, holding: Iterable<Pool>): Pool | undefined {
  for (const outer of holding) if (sharesAddresses(inner, outer)) return outer;
  return undefined;
}

function sharesAddresses(inner: Pool, outer: Pool): boolean {
  const excluded = [inner, outer].flatMap(({ manifest }) => excludedFrom(manifest.spec));
  return subtractRanges(inner.network, excluded).length > 0;
}
