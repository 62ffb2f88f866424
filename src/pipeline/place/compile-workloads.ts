import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { RESOURCES } from '../../model/resources.ts';
import type { ServicePlacement } from '../../model/spec/service.ts';
import { compareText } from '../../model/compare-text.ts';
import { byName } from './by-name.ts';
import { Classes } from './classes.ts';
import type { Eligibilities } from './eligibility.ts';
import type { Pin, Workload } from './workload.ts';

const NOBODY: ReadonlySet<number> = new Set();
const NO_PINS: readonly Pin[] = [];
const NO_RULES: ServicePlacement = {};

/** Turns services into workloads, by name, and finds those that need the same. */
export function workloadsOf(graph: Graph, eligibilities: Eligibilities): Workload[] {
  const services = graph.all('Service').sort(byName);
  const avoided = avoidanceOf(services);
  const pins = pinsByService(graph);
  const classes = new Classes();
  return services.map(({ metadata, spec }, index) => {
    const { resources, placement: rules = NO_RULES } = spec;
    const eligibility = eligibilities.of(rules);
    const { id, min, buffer, asked, buffered } = classes.of(eligibility.id, resources.min, rules.buffer);
    return {
      index,
      name: metadata.name,
      replicas: spec.state === 'active' ? spec.replicas : 0,
      priority: spec.priority,
      rules,
      spreadMax: rules.spreadMax ?? Infinity,
      class: id,
      min,
      max: resources.max === undefined ? min : classes.atLeast(min, resources.max),
      buffer,
      asked,
      buffered,
      avoids: avoided[index] ?? NOBODY,
      eligibility,
      pins: pins.get(metadata.name) ?? NO_PINS,
    };
  });
}

/** Says for each service which others it must not meet; one side naming the other is enough. */
function avoidanceOf(services: readonly Manifest<'Service'>[]): (Set<number> | undefined)[] {
  const avoided: (Set<number> | undefined)[] = [];
  if (!services.some(({ spec }) => spec.placement?.antiAffinityServices)) return avoided;
  for (const [index, { spec }] of services.entries()) {
    for (const name of spec.placement?.antiAffinityServices ?? []) {
      const other = indexOf(services, name);
      if (other === -1) continue;
      (avoided[index] ??= new Set()).add(other);
      (avoided[other] ??= new Set()).add(index);
    }
  }
  return avoided;
}

/** Finds a service among those in the order of their names; -1 when it is not there. */
function indexOf(services: readonly Manifest<'Service'>[], name: string): number {
  let low = 0;
  let high = services.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((services[middle] as Manifest).metadata.name < name) low = middle + 1;
    else high = middle;
  }
  return services[low]?.metadata.name === name ? low : -1;
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
