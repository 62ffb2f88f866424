import type { Graph } from '../../model/graph.ts';
import { beliesNetwork } from '../../model/ip/belies-network.ts';
import { ipLiterals } from '../../model/ip-literals.ts';
import type { Manifest } from '../../model/manifest.ts';

/** An address that an IPAssignment gives to a compute. */
export interface Given {
  readonly assignment: Manifest<'IPAssignment'>;
  readonly family: 4 | 6;
  /** The same for two that give one address; of a pool, every IPAssignment gets another. */
  readonly id: bigint | string;
}

/** What of one family is given to one compute. */
export interface GivenToCompute {
  readonly compute: string;
  readonly family: 4 | 6;
  readonly given: readonly Given[];
}

const GIVEN = new WeakMap<Graph, readonly GivenToCompute[]>();

/** What computes are given, by compute and family; an address that cannot be read, or is not there, is of no family. */
export function givenToComputes(graph: Graph): readonly GivenToCompute[] {
  let given = GIVEN.get(graph);
  if (!given) GIVEN.set(graph, (given = grouped(graph)));
  return given;
}

function grouped(graph: Graph): readonly GivenToCompute[] {
  const groups = new Map<string, GivenToCompute & { readonly given: Given[] }>();
  for (const assignment of graph.all('IPAssignment')) {
    const one = givenBy(assignment, graph);
    if (!one) continue;
    const { compute } = assignment.spec;
    const key = `${one.family} ${compute}`;
    const group = groups.get(key);
    if (group) group.given.push(one);
    else groups.set(key, { compute, family: one.family, given: [one] });
  }
  return [...groups.values()];
}

function givenBy(assignment: Manifest<'IPAssignment'>, graph: Graph): Given | undefined {
  const { ip, pool } = assignment.spec;
  if (ip === undefined) {
    const spec = pool === undefined ? undefined : graph.get('IPPool', pool)?.spec;
    const { network, gateway } = spec ? ipLiterals(spec) : { network: null, gateway: null };
    // A pool whose gateway is of the other family is a mistake of its own, and may be of either.
    const isOfOne = network && (!gateway || gateway.family === network.family);
    return isOfOne ? { assignment, family: network.family, id: assignment.metadata.name } : undefined;
  }
  const spec = graph.get('IPAddress', ip)?.spec;
  const address = spec && ipLiterals(spec).address;
  return address && !beliesNetwork(ipLiterals(spec))
    ? { assignment, family: address.family, id: address.value }
    : undefined;
}
