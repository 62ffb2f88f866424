import { Graph } from '../../src/model/graph.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import type { Source } from '../../src/model/source.ts';
import type { Resources } from '../../src/model/spec/definitions.ts';
import type { ComponentSpec } from '../../src/model/spec/component.ts';
import type { ComputeSpec } from '../../src/model/spec/compute.ts';
import type { ServicePlacement, ServiceSpec } from '../../src/model/spec/service.ts';
import type { KindName, SpecOf } from '../../src/model/spec/spec-of.ts';

/** A compute in a few words: its capacity, and what of its spec is out of the ordinary. */
export type ComputeWords = Resources & Partial<ComputeSpec>;

/** A service in a few words: the min of an instance, and what of its spec is out of the ordinary. */
export type ServiceWords = Resources &
  Pick<Partial<ServiceSpec>, 'replicas' | 'priority' | 'state'> &
  ServicePlacement & { readonly max?: Resources };

/** A fleet in a few words. */
export interface FleetWords {
  readonly computes: Readonly<Record<string, ComputeWords>>;
  readonly services?: Readonly<Record<string, ServiceWords>>;
  readonly pins?: readonly (Partial<SpecOf['Assignment']> & { service: string; compute: string })[];
}

/** Builds the graph of a fleet. */
export function fleet(words: FleetWords): Graph {
  return graphOf(manifestsOf(words));
}

/** Builds a graph of manifests in the order given. */
export function graphOf(manifests: readonly Manifest[]): Graph {
  return new Graph(manifests, [], new Map());
}

/** Writes the manifests of a fleet, the hardware of each compute included. */
export function manifestsOf({ computes, services = {}, pins = [] }: FleetWords): Manifest[] {
  return [
    ...Object.entries(computes).flatMap(([name, compute]) => computeOf(name, compute)),
    ...Object.entries(services).map(([name, service]) => manifest('Service', name, serviceOf(service))),
    ...pins.map((pin) => manifest('Assignment', `${pin.service}-on-${pin.compute}`, { quantity: 1, ...pin })),
  ];
}

function computeOf(name: string, words: ComputeWords): Manifest[] {
  const { cores = 0, memory = 0, vram = 0, nvme = 0, gpu = 0, ...spec } = words;
  const equip = (type: ComponentSpec['type'], specs: ComponentSpec['specs'], quantity = 1): Manifest[] =>
    quantity === 0
      ? []
      : [
          manifest('Component', `${name}-${type}`, {
            type,
            manufacturer: 'acme',
            model: `${name} ${type}`,
            specs,
          }),
          manifest('ComponentAssignment', `${name}-${type}`, {
            component: `${name}-${type}`,
            computes: [name],
            quantity,
          }),
        ];
  return [
    manifest('Compute', name, {
      type: 'baremetal',
      provider: 'hetzner',
      region: 'fsn1',
      state: 'active',
      ...spec,
    }),
    ...equip('cpu', { cores }),
    ...equip('ram', { capacity_gb: memory / 1024 }),
    ...equip('storage', { capacity_gb: nvme, type: 'nvme' }),
    ...equip('gpu', { vram_gb: vram / 1024 / Math.max(gpu, 1) }, gpu),
  ];
}

function serviceOf(words: ServiceWords): ServiceSpec {
  const { cores, memory, vram, nvme, gpu, max, ...rest } = words;
  const { replicas = 1, priority = 0, state = 'active', ...placement } = rest;
  const given = Object.entries({ cores, memory, vram, nvme, gpu }).filter(
    ([, amount]) => amount !== undefined,
  );
  return { replicas, priority, state, resources: { min: Object.fromEntries(given), max }, placement };
}

function manifest<K extends KindName>(kind: K, name: string, spec: SpecOf[K]): Manifest {
  const written: Manifest<K> = {
    apiVersion: 'stowage/v1',
    kind,
    metadata: { name, protect: false },
    spec,
    source: NOWHERE,
  };
  return written;
}

const NOWHERE: Source = {
  file: 'fleet.yaml',
  locate: () => ({ file: 'fleet.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 }),
};
