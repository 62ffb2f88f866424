import type { Graph } from '../../model/graph.ts';
import type { NearestMiss } from '../../model/infeasibility.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { PlacementOutcome, PlannedPlacement } from '../../model/placement.ts';
import type { Resource, ResourceVector } from '../../model/resources.ts';
import {
  addResources,
  eachResource,
  exact,
  NO_RESOURCES,
  RESOURCES,
  subtractResources,
  vectorOf,
} from '../../model/resources.ts';
import { labelsOf } from '../../model/selector.ts';
import { admitsLabels } from '../../model/admits-labels.ts';

/** What a compute has left for a service. */
interface Room {
  readonly compute: string;
  /** What is neither used nor kept as a buffer, by the service itself too; below 0 where its buffer has no room. */
  readonly left: ResourceVector;
  /** How many instances of the service are there. */
  readonly siblings: number;
}

/** Who is on a compute, and what they keep from others. */
export interface Taken {
  readonly names: ReadonlySet<string>;
  readonly used: ResourceVector;
  /** The highest that any of them asks to leave free. */
  readonly buffer: ResourceVector;
}

/** What an outcome leaves free on computes. */
export class RoomLeft {
  readonly #graph: Graph;
  readonly #guests = new Map<string, PlannedPlacement[]>();
  readonly #pins: readonly Manifest<'Assignment'>[];

  constructor(graph: Graph, { placements }: PlacementOutcome) {
    this.#graph = graph;
    this.#pins = graph.all('Assignment').filter(({ spec }) => spec.allocated !== undefined);
    for (const placement of placements) {
      const guests = this.#guests.get(placement.compute);
      if (guests) guests.push(placement);
      else this.#guests.set(placement.compute, [placement]);
    }
  }

  /** Says of each active compute whose labels suit a service what is left there, by name. */
  for(service: Manifest<'Service'>): Room[] {
    const rules = service.spec.placement ?? {};
    return this.#graph
      .all('Compute')
      .filter(({ spec }) => spec.state === 'active')
      .filter(({ metadata, spec }) => admitsLabels(rules, labelsOf(metadata.name, spec)))
      .map((compute) => this.#roomOn(compute, service))
      .sort((a, b) => (a.compute < b.compute ? -1 : 1));
  }

  /** Says who is on a compute and what they keep from others, one service not counted. */
  takenOn(compute: string, except?: string): Taken {
    const names = new Set<string>();
    let used = NO_RESOURCES;
    let buffer = NO_RESOURCES;
    for (const guest of this.#guests.get(compute) ?? []) {
      if (guest.service === except) continue;
      const spec = this.#graph.get('Service', guest.service)?.spec;
      const wanted = vectorOf(spec?.placement?.buffer);
      names.add(guest.service);
      used = addResources(used, this.#countedFor(guest, vectorOf(spec?.resources.min)));
      buffer = eachResource((resource) => Math.max(buffer[resource], wanted[resource]));
    }
    return { names, used, buffer };
  }

  #roomOn(compute: Manifest<'Compute'>, service: Manifest<'Service'>): Room {
    const { name } = compute.metadata;
    const { used, buffer } = this.takenOn(name);
    const own = vectorOf(service.spec.placement?.buffer);
    const kept = eachResource((resource) => Math.max(buffer[resource], own[resource]));
    const left = subtractResources(subtractResources(this.#graph.capacityOf(compute), used), kept);
    const guests = this.#guests.get(name) ?? [];
    const siblings = guests.filter((guest) => guest.service === service.metadata.name).length;
    return { compute: name, left, siblings };
  }

  /** Placement counts with min, and with what an Assignment allocates. */
  #countedFor(guest: PlannedPlacement, min: ResourceVector): ResourceVector {
    const pin = guest.pinned
      ? this.#pins.find(({ spec }) => spec.service === guest.service && spec.compute === guest.compute)
      : undefined;
    if (!pin) return min;
    return eachResource((resource) =>
      pin.spec.allocated?.[resource] === undefined ? min[resource] : guest.granted[resource],
    );
  }
}

/** Finds the compute that comes closest to holding one more; null where room is not what all of them lack. */
export function nearestMiss(rooms: readonly Room[], { spec }: Manifest<'Service'>): NearestMiss | null {
  const min = vectorOf(spec.resources.min);
  const buffer = vectorOf(spec.placement?.buffer);
  let nearest: (NearestMiss & { part: number }) | null = null;
  for (const { compute, left } of rooms) {
    const parts = RESOURCES.map((resource) => ({
      resource,
      part: (min[resource] - left[resource]) / Math.max(min[resource] + buffer[resource], 1e-3),
    }));
    const { resource, part } = parts.reduce((worst, one) => (one.part > worst.part ? one : worst));
    if (part <= 0) return null;
    if (nearest && nearest.part <= part) continue;
    const asked = exact(min[resource] + buffer[resource]);
    const free = Math.max(0, exact(left[resource] + buffer[resource]));
    nearest = { compute, resource, asked, left: free, part };
  }
  if (!nearest) return null;
  const { compute, resource, asked, left } = nearest;
  return { compute, resource, asked, left };
}

/** How many instances more on one compute are thought of. */
const TOGETHER = 4;

/** Lists amounts of a resource that just fit: each compute's room, shared with the instances that it has already. */
export function likelyAmounts(
  rooms: readonly Room[],
  { spec }: Manifest<'Service'>,
  missing: number,
  resource: Resource,
): number[] {
  const min = spec.resources.min[resource] ?? 0;
  return rooms.flatMap(({ left, siblings }) =>
    Array.from({ length: Math.min(missing, TOGETHER) }, (_, more) => {
      return (left[resource] + siblings * min) / (siblings + more + 1);
    }).filter((amount) => amount > 0 && amount < min),
  );
}
