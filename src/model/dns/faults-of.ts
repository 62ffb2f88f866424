import type { Graph } from '../graph.ts';
import { dnsOf } from './dns.ts';
import type { DnsFaultCode } from './rdata.ts';
import type { DnsFault } from './read-records.ts';

/** What of a fleet's DNS could not be read, for the check that says so. */
export function faultsOf(graph: Graph, code: DnsFaultCode): readonly DnsFault[] {
  return dnsOf(graph).faults.filter((fault) => fault.code === code);
}
