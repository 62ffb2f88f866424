import type { Graph } from './graph.ts';
import { ipLiterals } from './ip-literals.ts';
import type { IpRange } from './ip/ip-range.ts';
import { typeOfPool } from './type-of-pool.ts';

/** An address of a compute, or where it will be. */
export interface KnownAddress {
  /** One address; the network of the pool where it is the next of that; a routed IPv6 network as a whole. */
  readonly range: IpRange;
  readonly type: 'public' | 'private';
}

const INDEXES = new WeakMap<Graph, ReadonlyMap<string, readonly KnownAddress[]>>();
const NONE: readonly KnownAddress[] = [];

/** The addresses that IPAssignments give a compute, by its name; what is no strict literal is left out. */
export function addressesOfCompute(compute: string, graph: Graph): readonly KnownAddress[] {
  let index = INDEXES.get(graph);
  if (!index) INDEXES.set(graph, (index = indexOf(graph)));
  return index.get(compute) ?? NONE;
}

function indexOf(graph: Graph): ReadonlyMap<string, readonly KnownAddress[]> {
  const index = new Map<string, KnownAddress[]>();
  for (const { spec } of graph.all('IPAssignment')) {
    const known = given(spec.ip, graph) ?? next(spec.pool, graph);
    if (!known) continue;
    const addresses = index.get(spec.compute);
    if (addresses) addresses.push(known);
    else index.set(spec.compute, [known]);
  }
  return index;
}

function given(ip: string | undefined, graph: Graph): KnownAddress | undefined {
  const spec = ip === undefined ? undefined : graph.get('IPAddress', ip)?.spec;
  if (!spec) return undefined;
  const { address, network } = ipLiterals(spec);
  if (!address) return undefined;
  const { family, value } = address;
  const routed = family === 6 && network?.family === 6 ? network : null;
  return { range: routed ?? { family, first: value, last: value }, type: spec.type };
}

function next(pool: string | undefined, graph: Graph): KnownAddress | undefined {
  const spec = pool === undefined ? undefined : graph.get('IPPool', pool)?.spec;
  const network = spec && ipLiterals(spec).network;
  return network ? { range: network, type: typeOfPool(spec) } : undefined;
}
