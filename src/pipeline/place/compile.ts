import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { PlacementPolicy } from '../../model/placement.ts';
import { RESOURCES } from '../../model/resources.ts';
import { askedIn, needed, offered, shareOf, WIDTH } from './amounts.ts';
import { byName, compareText } from './by-name.ts';
import { Eligibilities } from './eligibility.ts';
import type { Fleet } from './fleet.ts';
import { Sites } from './sites.ts';
import type { Pin, Workload } from './workload.ts';

/** Turns manifests into what the other phases count with. */
export function compile(graph: Graph, policy: PlacementPolicy): Fleet {
  const sites = new Sites(graph.all('Compute').sort(byName));
  const capacity = new Float64Array(sites.computes.length * WIDTH);
  for (const [index, compute] of sites.computes.entries()) {
    capacity.set(offered(graph.capacityOf(compute)), index * WIDTH);
  }
  return {
    policy,
    sites,
    workloads: workloadsOf(graph, new Eligibilities(sites)),
    capacity,
    ceiling: capacity.map((amount) => shareOf(amount, policy.ceiling)),
    perCapacity: capacity.map((amount) => (amount > 0 ? 1 / amount : 0)),
    breadth: Uint8Array.from(sites.computes, (_, index) => {
      return capacity.subarray(index * WIDTH, (index + 1) * WIDTH).filter((amount) => amount > 0).length;
    }),
  };
}

function workloadsOf(graph: Graph, eligibilities: Eligibilities): Workload[] {
  const services = graph
    .all('Service')
    .filter(({ spec }) => spec.state === 'active' && spec.replicas > 0)
    .sort(byName);
  const avoided = avoidanceOf(services);
  const pins = pinsByService(graph);
  return services.map(({ metadata, spec }, index) => {
    const rules = spec.placement ?? {};
    const min = needed(spec.resources.min);
    const buffer = needed(rules.buffer);
    return {
      index,
      name: metadata.name,
      replicas: spec.replicas,
      priority: spec.priority,
      rules,
      min,
      max: needed({ ...spec.resources.min, ...spec.resources.max }).map((amount, r) =>
        Math.max(amount, min[r] ?? 0),
      ),
      buffer,
      asked: askedIn(min, buffer),
      avoids: avoided[index] ?? new Set(),
      eligibility: eligibilities.of(rules),
      pins: pins.get(metadata.name) ?? [],
    };
  });
}

/** Says for each service which others it must not meet; one side naming the other is enough. */
function avoidanceOf(services: readonly Manifest<'Service'>[]): (Set<number> | undefined)[] {
  const indices = new Map(services.map(({ metadata }, index) => [metadata.name, index]));
  const avoided = services.map((): Set<number> | undefined => undefined);
  for (const [index, { spec }] of services.entries()) {
    for (const name of spec.placement?.antiAffinityServices ?? []) {
      const other = indices.get(name);
      if (other === undefined) continue;
      (avoided[index] ??= new Set()).add(other);
      (avoided[other] ??= new Set()).add(index);
    }
  }
  return avoided;
}

function pinsByService(graph: Graph): Map<string, Pin[]> {
  const pins = new Map<string, Pin[]>();
  for (const { metadata, spec } of graph.all('Assignment').sort(byName)) {
    const { reason, compute, quantity, allocated } = spec;
    const pin: Pin = {
      assignment: metadata.name,
      reason,
      compute,
      quantity,
      allocated:
        allocated && Float64Array.from(RESOURCES, (name) => Math.round((allocated[name] ?? NaN) * 1000)),
    };
    pins.set(spec.service, [...(pins.get(spec.service) ?? []), pin]);
  }
  for (const list of pins.values()) list.sort((a, b) => compareText(a.compute, b.compute));
  return pins;
}
