import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import { uncountedComputes } from '../../model/uncounted-computes.ts';
import type { Machine } from './machine.ts';
import { machineOf } from './machine.ts';

/** A pin whose ends are both there. */
export interface Pin {
  readonly manifest: Manifest<'Assignment'>;
  readonly service: Manifest<'Service'>;
  readonly machine: Machine;
}

/** The pins that count: of an active service, to something that is declared, and the first of two that are one. */
export function pinsOf(manifests: readonly Manifest<'Assignment'>[], graph: Graph): Pin[] {
  const uncounted = uncountedComputes(graph);
  const machines = new Map<string, Machine | undefined>();
  const pins = new Map<string, Pin>();
  for (const manifest of manifests) {
    const { service: serviceName, compute } = manifest.spec;
    const key = `${serviceName} ${compute}`;
    if (pins.has(key)) continue;
    if (!machines.has(compute)) machines.set(compute, machineOf(compute, graph, uncounted));
    const machine = machines.get(compute);
    const service = graph.get('Service', serviceName);
    if (service?.spec.state === 'active' && machine) pins.set(key, { manifest, service, machine });
  }
  return [...pins.values()];
}

/** Writes what is pinned: `postgres`, `2 × postgres`. */
export function describePin({ manifest: { spec } }: Pin): string {
  return spec.quantity === 1 ? spec.service : `${spec.quantity} × ${spec.service}`;
}

/** Where the number of instances is written; where it is not, the service it is one of. */
export function quantityPointer({ manifest: { spec } }: Pin): string {
  return spec.quantity === 1 ? '/spec/service' : '/spec/quantity';
}

/** Puts pins that have something in common together, in file order. */
export function groupPins(pins: readonly Pin[], keyOf: (pin: Pin) => string): Pin[][] {
  const groups = new Map<string, Pin[]>();
  for (const pin of pins) {
    const key = keyOf(pin);
    const group = groups.get(key);
    if (group) group.push(pin);
    else groups.set(key, [pin]);
  }
  return [...groups.values()];
}
