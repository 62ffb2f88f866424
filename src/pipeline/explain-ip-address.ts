import type { AddressExplanation } from '../model/address-explanation.ts';
import type { Graph } from '../model/graph.ts';
import { dnsLines, portLines } from './report/network-lines.ts';

/** Says whose an IPAddress is and what leads to it; undefined where there is no such address. */
export function explainIpAddress(graph: Graph, name: string): AddressExplanation | undefined {
  const ip = graph.get('IPAddress', name);
  if (!ip) return undefined;
  const { address, type, state } = ip.spec;
  const given = graph.all('IPAssignment').find(({ spec }) => spec.ip === name);
  const compute = given?.spec.compute ?? null;
  const primary = given?.spec.primary ?? false;
  const isDeclared = graph.declared('IPAddress').includes(ip);
  const line = { name, address, type, pool: null, primary };
  return {
    ipAddress: name,
    address,
    type,
    origin: isDeclared ? 'a manifest declares it' : `the provider gave it to Host/${compute}`,
    state: given ? 'assigned' : state,
    compute,
    assignment: given?.metadata.name ?? null,
    primary,
    dns: dnsLines([line], graph),
    ports: portLines([line], graph),
  };
}
