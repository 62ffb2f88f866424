import type { Graph } from './graph.ts';
import { ipLiterals } from './ip-literals.ts';
import { parseNetwork } from './ip/ip-network.ts';
import type { IpRange } from './ip/ip-range.ts';
import { networkBounds } from './ip/network-bounds.ts';
import { subtractRanges } from './ip/subtract-ranges.ts';
import type { IPPoolSpec } from './spec/ip-pool.ts';

/** Addresses by family, sorted. */
type Declared = Readonly<Record<4 | 6, readonly bigint[]>>;

const DECLARED = new WeakMap<Graph, Declared>();

/**
 * What a pool has to hand out, in order: its network without the network's own addresses, the gateway, what is
 * excluded, and every address that an IPAddress declares. Nothing where the network is no strict literal.
 */
export function freeInPool(spec: IPPoolSpec, graph: Graph): IpRange[] {
  const { network, gateway } = ipLiterals(spec);
  if (!network) return [];
  const { family } = network;
  const kept = [...networkBounds(network), ...(gateway?.family === family ? [gateway] : [])];
  const single = (value: bigint): IpRange => ({ family, first: value, last: value });
  return subtractRanges(network, [
    ...excludedFrom(spec),
    ...kept.map(({ value }) => single(value)),
    ...between(network, declaredIn(graph)[family]).map(single),
  ]);
}

/** The ranges that a pool excludes; what is no strict literal excludes nothing. */
export function excludedFrom({ exclude = [] }: IPPoolSpec): IpRange[] {
  return exclude.flatMap((text) => parseNetwork(text)?.network ?? []);
}

function declaredIn(graph: Graph): Declared {
  let declared = DECLARED.get(graph);
  if (!declared) DECLARED.set(graph, (declared = sorted(graph)));
  return declared;
}

function sorted(graph: Graph): Declared {
  const found = graph.all('IPAddress').flatMap(({ spec }) => ipLiterals(spec).address ?? []);
  const of = (wanted: 4 | 6): bigint[] =>
    found
      .flatMap(({ family, value }) => (family === wanted ? [value] : []))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { 4: of(4), 6: of(6) };
}

/** The part of a sorted list that lies in a range. */
function between({ first, last }: IpRange, values: readonly bigint[]): readonly bigint[] {
  const before = (limit: bigint): number => {
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[middle] ?? limit) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return values.slice(before(first), before(last + 1n));
}
