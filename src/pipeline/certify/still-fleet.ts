import { compareText } from '../../model/compare-text.ts';
import { admitsLabels } from '../../model/admits-labels.ts';
import type { Graph } from '../../model/graph.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { PlacementOutcome, PlannedPlacement } from '../../model/placement.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { NO_RESOURCES, RESOURCES, vectorOf } from '../../model/resources.ts';
import type { Labels } from '../../model/selector.ts';
import { labelsOf } from '../../model/selector.ts';
import type { ServicePlacement, ServiceSpec } from '../../model/spec/service.ts';
import type { Berth } from './berths.ts';
import { fillBerths } from './berths.ts';
import { rewritten } from './rewriting.ts';
import type { Taken } from './room-left.ts';
import { RoomLeft } from './room-left.ts';
import type { Rewrite } from './rule.ts';

/** Where the instances of one service can be while nobody else moves. */
export interface StillAnswer {
  /** The compute of each instance; fewer than it wants where not all find a place. */
  readonly homes: readonly string[];
  readonly missing: number;
  /** How many instances move that stay otherwise. */
  readonly strayed: number;
}

/** What is changed about a fleet. */
export interface StillChange {
  readonly rewrites: readonly Rewrite[];
  /** The others take no room. */
  readonly roomless?: boolean;
  /** The fleet with more computes; as it is where absent. */
  readonly graph?: Graph;
}

/**
 * A fleet in which everybody but one service stands where the plan puts them, so that what becomes of the service is
 * counted and not searched for: nobody else loses a place, and every rule holds. A service with Assignments is not
 * for this.
 */
export class StillFleet {
  readonly #graph: Graph;
  readonly #placements: readonly PlannedPlacement[];
  readonly #pinned: ReadonlySet<string>;
  #service: Manifest<'Service'> | undefined;
  readonly #rooms: RoomLeft;
  readonly #sites: readonly Site[];
  /** What others take where the service is. */
  readonly #ownTaken = new Map<string, Taken>();
  #homes: ReadonlySet<string> = new Set();
  /** Where its instances are that were there before, and where the plan puts others. */
  #staying: readonly string[] = [];
  #coming: readonly string[] = [];
  /** Services that name this one as somebody to avoid. */
  #shunning: readonly Manifest<'Service'>[] = [];
  /** The computes whose labels suit some rules. */
  readonly #suiting = new Map<string, readonly Site[]>();

  constructor(graph: Graph, outcome: PlacementOutcome) {
    this.#graph = graph;
    this.#rooms = new RoomLeft(graph, outcome);
    this.#sites = graph
      .all('Compute')
      .sort(byName)
      .map((manifest) => siteOf(graph, manifest, false));
    this.#placements = outcome.placements;
    this.#pinned = new Set(graph.all('Assignment').map(({ spec }) => spec.service));
  }

  /** Begins with another service; false where it is not for this. */
  turnTo(name: string): boolean {
    this.#service = this.#graph.get('Service', name);
    if (!this.#service || this.#pinned.has(name)) return false;
    this.#ownTaken.clear();
    const siblings = this.#placements.filter(({ service }) => service === name);
    this.#homes = new Set(siblings.map(({ compute }) => compute));
    this.#staying = siblings.filter(({ kept }) => kept).map(({ compute }) => compute);
    this.#coming = siblings.filter(({ kept }) => !kept).map(({ compute }) => compute);
    this.#shunning = this.#graph
      .all('Service')
      .filter(({ spec }) => spec.placement?.antiAffinityServices?.includes(name));
    return true;
  }

  /** Seats the service anew, its instances where they are as far as they may. */
  try({ rewrites, roomless = false, graph = this.#graph }: StillChange): StillAnswer {
    const service = this.#service as Manifest<'Service'>;
    const spec = (rewritten(service, rewrites) as Manifest<'Service'>).spec;
    const avoided = this.#avoidedBy(spec, rewrites);
    const rules = spec.placement ?? {};
    const need = needOf(spec);
    const berths: Berth[] = [];
    for (const site of this.#suitingFor(rules, graph)) {
      if (!isActive(site.manifest, rewrites)) continue;
      const taken = this.#takenOn(site);
      const barred = avoided.length > 0 && avoided.some((other) => taken.names.has(other));
      const most = barred ? 0 : mostOn(site.capacity, need, roomless ? NOTHING : taken);
      const value = rules.topologyKey === undefined ? '' : (site.labels.get(rules.topologyKey) ?? '');
      berths.push({ name: site.name, value, most });
    }
    const spread = rules.topologyKey !== undefined;
    const { homes, kept } = fillBerths(berths, this.#staying, this.#coming, spec.replicas, spread);
    return { homes, missing: spec.replicas - homes.length, strayed: this.#staying.length - kept };
  }

  /**
   * Tells whether one of some other services, which have no place for all their instances, might take room that a
   * change makes: on new computes, on those that become active, and where the service itself comes to need less.
   */
  isContended({ rewrites, graph = this.#graph }: StillChange, rivals: Iterable<string>): boolean {
    const service = this.#service as Manifest<'Service'>;
    const now = needOf((rewritten(service, rewrites) as Manifest<'Service'>).spec);
    const before = needOf(service.spec);
    const less = RESOURCES.some((r) => now.min[r] < before.min[r] || now.buffer[r] < before.buffer[r]);
    const made = this.#sitesOf(graph).filter(({ name, manifest, isNew }) => {
      const { state } = manifest.spec;
      if (state !== 'active') return isActive(manifest, rewrites);
      return isNew || (less && this.#homes.has(name));
    });
    return [...rivals].some((rival) => {
      const spec = this.#graph.get('Service', rival)?.spec;
      if (!spec || rival === service.metadata.name) return false;
      const need = needOf(spec);
      return made.some((site) => {
        const fits = mostOn(site.capacity, need, this.#takenOn(site)) > 0;
        return fits && admitsLabels(spec.placement ?? {}, site.labels);
      });
    });
  }

  #avoidedBy(spec: ServiceSpec, rewrites: readonly Rewrite[]): string[] {
    const { name } = (this.#service as Manifest<'Service'>).metadata;
    const shunning = this.#shunning.filter((other) => {
      const now = rewritten(other, rewrites) as Manifest<'Service'> | null;
      return now?.spec.placement?.antiAffinityServices?.includes(name);
    });
    return [
      ...(spec.placement?.antiAffinityServices ?? []),
      ...shunning.map(({ metadata }) => metadata.name),
    ];
  }

  #takenOn(site: Site): Taken {
    if (!this.#homes.has(site.name)) return (site.taken ??= this.#rooms.takenOn(site.name));
    let taken = this.#ownTaken.get(site.name);
    if (!taken) {
      taken = this.#rooms.takenOn(site.name, this.#service?.metadata.name);
      this.#ownTaken.set(site.name, taken);
    }
    return taken;
  }

  #suitingFor({ affinity, antiAffinity, topologyKey }: ServicePlacement, graph: Graph): readonly Site[] {
    const rules = { affinity, antiAffinity, topologyKey };
    const suiting = (): Site[] => this.#sitesOf(graph).filter(({ labels }) => admitsLabels(rules, labels));
    if (graph !== this.#graph) return suiting();
    const key = JSON.stringify([affinity, antiAffinity, topologyKey]);
    let known = this.#suiting.get(key);
    if (!known) this.#suiting.set(key, (known = suiting()));
    return known;
  }

  /** Lists the computes of a fleet; those of the fleet as it is are known. */
  #sitesOf(graph: Graph): readonly Site[] {
    if (graph === this.#graph) return this.#sites;
    const added = graph.all('Compute').filter(({ metadata }) => !this.#graph.get('Compute', metadata.name));
    return [...this.#sites, ...added.map((manifest) => siteOf(graph, manifest, true))];
  }
}

/** A compute, and what is asked of it again and again. */
interface Site {
  readonly name: string;
  readonly manifest: Manifest<'Compute'>;
  readonly capacity: ResourceVector;
  readonly labels: Labels;
  /** Not one of the fleet as it is. */
  readonly isNew: boolean;
  /** By all who are there. */
  taken?: Taken;
}

function byName(a: Manifest, b: Manifest): number {
  return compareText(a.metadata.name, b.metadata.name);
}

function siteOf(graph: Graph, manifest: Manifest<'Compute'>, isNew: boolean): Site {
  const { name } = manifest.metadata;
  const labels = labelsOf(name, manifest.spec);
  return { name, manifest, capacity: graph.capacityOf(manifest), labels, isNew };
}

/** Tells whether a compute takes anybody; no rewriting takes an active one away. */
function isActive(manifest: Manifest<'Compute'>, rewrites: readonly Rewrite[]): boolean {
  if (manifest.spec.state === 'active') return true;
  const now = rewritten(manifest, rewrites) as Manifest<'Compute'> | null;
  return now?.spec.state === 'active';
}

const NOTHING = { used: NO_RESOURCES, buffer: NO_RESOURCES };

/** Says how many instances one compute can hold besides what is taken there. */
function mostOn(
  capacity: ResourceVector,
  { min, buffer, most }: Need,
  taken: Pick<Taken, 'used' | 'buffer'>,
): number {
  let fitting = most;
  // Somebody else's buffer is no concern of who asks for nothing of it.
  for (const resource of RESOURCES) {
    if (min[resource] === 0 && buffer[resource] === 0) continue;
    const kept = Math.max(taken.buffer[resource], buffer[resource]);
    const room = capacity[resource] - taken.used[resource] - kept + FUZZ;
    if (room < 0) return 0;
    if (min[resource] > 0) fitting = Math.min(fitting, Math.floor(room / min[resource]));
  }
  return fitting;
}

/** What binary fractions may add to or take from an amount. */
const FUZZ = 1e-6;

/** What an instance needs, and how many of them may share a compute. */
interface Need {
  readonly min: ResourceVector;
  readonly buffer: ResourceVector;
  readonly most: number;
}

function needOf({ resources, placement }: ServiceSpec): Need {
  return {
    min: vectorOf(resources.min),
    buffer: vectorOf(placement?.buffer),
    most: placement?.spreadMax ?? Infinity,
  };
}
