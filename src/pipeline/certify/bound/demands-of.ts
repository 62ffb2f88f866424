import type { Graph } from '../../../model/graph.ts';
import type { ResourceVector } from '../../../model/resources.ts';
import { vectorOf } from '../../../model/resources.ts';
import type { ServicePlacement } from '../../../model/spec/service.ts';

/** Instances that ask for the same and follow the same rules. */
export interface Demand {
  readonly services: readonly string[];
  readonly replicas: number;
  readonly rules: ServicePlacement;
  readonly min: ResourceVector;
  readonly buffer: ResourceVector;
  /** How many of them are pinned to which compute. */
  readonly pins: ReadonlyMap<string, number>;
}

/** Lists what active services ask for. */
export function demandsOf(graph: Graph): Demand[] {
  const pins = pinsIn(graph);
  return graph
    .all('Service')
    .filter(({ spec }) => spec.state === 'active' && spec.replicas > 0)
    .map(({ metadata, spec }) => ({
      services: [metadata.name],
      replicas: spec.replicas,
      rules: spec.placement ?? {},
      min: vectorOf(spec.resources.min),
      buffer: vectorOf(spec.placement?.buffer),
      pins: withinReplicas(pins.get(metadata.name), spec.replicas),
    }));
}

/** Puts services together that no rule of their own keeps apart; whom they avoid is left out. */
export function merged(demands: readonly Demand[]): Demand[] {
  const groups = new Map<string, Demand>();
  for (const demand of demands) {
    const { rules, min, buffer, pins, services } = demand;
    const own = rules.spreadMax !== undefined || rules.topologyKey !== undefined || pins.size > 0;
    const key = own
      ? (services[0] as string)
      : JSON.stringify([rules.affinity, rules.antiAffinity, min, buffer]);
    const known = groups.get(key);
    const all = known && { ...known, services: [...known.services, ...services] };
    groups.set(key, all ? { ...all, replicas: all.replicas + demand.replicas } : demand);
  }
  return [...groups.values()];
}

function pinsIn(graph: Graph): Map<string, [compute: string, quantity: number][]> {
  const pins = new Map<string, [string, number][]>();
  for (const { spec } of graph.all('Assignment')) {
    const list = pins.get(spec.service) ?? [];
    list.push([spec.compute, spec.quantity]);
    pins.set(spec.service, list);
  }
  return pins;
}

/** The first by name of the compute come first, as in placement. */
function withinReplicas(
  pins: readonly [compute: string, quantity: number][] = [],
  replicas: number,
): Map<string, number> {
  const within = new Map<string, number>();
  let left = replicas;
  for (const [compute, quantity] of [...pins].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const taken = Math.min(left, quantity);
    if (taken > 0) within.set(compute, (within.get(compute) ?? 0) + taken);
    left -= taken;
  }
  return within;
}
