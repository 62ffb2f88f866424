import type { Graph } from '../../model/graph.ts';
import { vectorOf } from '../../model/resources.ts';
import type { Candidate } from './candidates.ts';

/** A machine that is not there yet, under the name it will have. */
export interface VirtualHost {
  readonly name: string;
  readonly candidate: Candidate;
}

/** The fleet as it will be once some hosts are there: each a compute with the capacity of its profile. */
export function withHosts(graph: Graph, hosts: readonly VirtualHost[]): Graph {
  return graph.with(
    hosts.map(({ name, candidate }) => ({
      compute: {
        apiVersion: 'stowage/v1',
        kind: 'Compute',
        metadata: { name, protect: false },
        spec: candidate.spec,
        source: candidate.profile.source,
      },
      resources: vectorOf(candidate.profile.spec.resources),
      network: [],
      pending: true,
    })),
  );
}
