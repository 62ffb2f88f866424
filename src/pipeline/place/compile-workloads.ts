import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { RESOURCES } from '../../model/resources.ts';
import { askedIn, needed } from './amounts.ts';
import { compareText } from '../../model/compare-text.ts';
import { byName } from './by-name.ts';
import type { Eligibilities } from './eligibility.ts';
import type { Pin, Workload } from './workload.ts';

const NOBODY: ReadonlySet<number> = new Set();

/** Turns services into workloads, by name, and finds those that need the same. */
export function workloadsOf(graph: Graph, eligibilities: Eligibilities): Workload[] {
  const services = graph.all('Service').sort(byName);
  const avoided = avoidanceOf(services);
  const pins = pinsByService(graph);
  const classes = new Map<string, number>();
  return services.map(({ metadata, spec }, index) => {
    const rules = spec.placement ?? {};
    const min = needed(spec.resources.min);
    const buffer = needed(rules.buffer);
    const eligibility = eligibilities.of(rules);
    const key = `${eligibility.id} ${min.join()} ${buffer.join()}`;
    let class_ = classes.get(key);
    if (class_ === undefined) classes.set(key, (class_ = classes.size));
    return {
      index,
      name: metadata.name,
      replicas: spec.state === 'active' ? spec.replicas : 0,
      priority: spec.priority,
      rules,
      class: class_,
      min,
      max: maxOf(spec.resources.max, min),
      buffer,
      asked: askedIn(min, buffer),
      buffered: buffer.some((amount) => amount > 0),
      avoids: avoided[index] ?? NOBODY,
      eligibility,
      pins: pins.get(metadata.name) ?? [],
    };
  });
}

/** A max that is not named, or is below min, is min. */
function maxOf(max: Parameters<typeof needed>[0], min: Float64Array): Float64Array {
  return max === undefined ? min : needed(max).map((amount, r) => Math.max(amount, min[r] as number));
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
    const list = pins.get(spec.service);
    if (list) list.push(pin);
    else pins.set(spec.service, [pin]);
  }
  for (const list of pins.values()) list.sort((a, b) => compareText(a.compute, b.compute));
  return pins;
}
