import type { Graph } from '../../../model/graph.ts';
import type { Resource, ResourceVector } from '../../../model/resources.ts';
import { RESOURCES } from '../../../model/resources.ts';
import type { Labels } from '../../../model/selector.ts';
import { labelsOf, selectorKeys } from '../../../model/selector.ts';

/** Active computes that are alike in all that rules look at, counted as one large compute. */
export interface Site {
  readonly computes: readonly string[];
  readonly labels: Labels;
  /** Of one of them. */
  readonly capacity: ResourceVector;
}

/** Puts active computes together that have the same capacity and the same values for every key that rules name. */
export function sitesOf(graph: Graph): Site[] {
  const keys = keysIn(graph);
  const groups = new Map<string, Site & { computes: string[] }>();
  for (const compute of graph.all('Compute')) {
    if (compute.spec.state !== 'active') continue;
    const { name } = compute.metadata;
    const labels = labelsOf(name, compute.spec);
    const capacity = graph.capacityOf(compute);
    const alike = JSON.stringify([
      RESOURCES.map((r) => capacity[r]),
      keys.map((key) => labels.get(key) ?? null),
    ]);
    const group = groups.get(alike);
    if (group) group.computes.push(name);
    else groups.set(alike, { computes: [name], labels, capacity });
  }
  return [...groups.values()];
}

/** Takes every active compute by itself. */
export function singleSitesOf(graph: Graph): Site[] {
  return sitesOf(graph).flatMap(({ computes, ...alike }) =>
    computes.map((name) => ({
      ...alike,
      computes: [name],
      labels: new Map([...alike.labels, ['stowage/name', name]]),
    })),
  );
}

/** Every key that a service's rules ask about. */
function keysIn(graph: Graph): string[] {
  const keys = graph.all('Service').flatMap(({ spec }) => {
    const { affinity = [], antiAffinity = [], topologyKey } = spec.placement ?? {};
    const selected = [...affinity, ...antiAffinity].flatMap(selectorKeys);
    return topologyKey === undefined ? selected : [...selected, topologyKey];
  });
  return [...new Set(keys)].sort();
}

/** What binary fractions may add to or take from an amount. */
const FUZZ = 1e-6;

/** Says how many instances one compute holds that is empty otherwise; Infinity where they ask for nothing. */
export function fitsIn(capacity: ResourceVector, min: ResourceVector, buffer: ResourceVector): number {
  const fits = (resource: Resource): number => {
    const room = capacity[resource] - buffer[resource] + FUZZ;
    if (room < 0) return min[resource] === 0 && buffer[resource] === 0 ? Infinity : 0;
    return min[resource] === 0 ? Infinity : Math.floor(room / min[resource]);
  };
  return Math.min(...RESOURCES.map(fits));
}
