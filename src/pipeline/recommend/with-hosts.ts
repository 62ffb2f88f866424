import { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { ComponentSpec } from '../../model/spec/component.ts';
import type { KindName, SpecOf } from '../../model/spec/spec-of.ts';
import type { Candidate } from './candidates.ts';

/** A machine that is not there yet, under the name it will have. */
export interface VirtualHost {
  readonly name: string;
  readonly candidate: Candidate;
}

/** The fleet as it will be once some hosts are there: each a compute with the capacity of its profile. */
export function withHosts(graph: Graph, hosts: readonly VirtualHost[]): Graph {
  const added = hosts.flatMap(manifestsOf);
  const keys = new Map(graph.manifests.map((manifest) => [manifest, graph.keyOf(manifest)]));
  return new Graph([...graph.manifests, ...added], graph.references, keys);
}

const MB_PER_GB = 1024;

function manifestsOf({ name, candidate }: VirtualHost): Manifest[] {
  const { source, spec } = candidate.profile;
  const { cores = 0, memory = 0, vram = 0, nvme = 0, gpu = 0 } = spec.resources;
  const manifest = <K extends KindName>(kind: K, as: string, of: SpecOf[K]): Manifest => ({
    apiVersion: 'stowage/v1',
    kind,
    metadata: { name: as, protect: false },
    spec: of,
    source,
  });
  const equip = (type: ComponentSpec['type'], specs: ComponentSpec['specs'], quantity = 1): Manifest[] => {
    // A name that no manifest can have: nothing of the fleet is replaced.
    const part = `${name}/${type}`;
    if (quantity === 0) return [];
    return [
      manifest('Component', part, { type, manufacturer: 'profile', model: part, specs }),
      manifest('ComponentAssignment', part, { component: part, computes: [name], quantity }),
    ];
  };
  return [
    manifest('Compute', name, candidate.spec),
    ...equip('cpu', { cores }),
    ...equip('ram', { capacity_gb: memory / MB_PER_GB }),
    ...equip('storage', { capacity_gb: nvme, type: 'nvme' }),
    ...equip('gpu', { vram_gb: vram / MB_PER_GB / Math.max(gpu, 1) }, gpu),
  ];
}
