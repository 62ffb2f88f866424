import type { Graph } from '../../model/graph.ts';
import type { Placement, PlacementPolicy } from '../../model/placement.ts';
import { needed } from './amounts.ts';
import { compile } from './compile.ts';
import type { Instance } from './instance.ts';
import { Occupancy } from './occupancy.ts';
import { pinnedAsks } from './pinned-asks.ts';
import { rostersOf } from './roster.ts';
import type { Workload } from './workload.ts';

/** A fleet with everybody where placements say and granted what they say, whether or not the rules still allow it. */
export interface Seated {
  readonly occupancy: Occupancy;
  readonly instances: readonly Instance[];
}

/** A placement that may say why it is. */
export type ReasonedPlacement = Placement & { readonly reason?: string };

/**
 * Seats placements. Of one service it may be asked where one more instance would go: where all its replicas are
 * placed, it is given one more, or its topology key would say that every value has its share.
 */
export function seated(
  graph: Graph,
  placements: readonly Placement[],
  policy: PlacementPolicy,
  asked?: string,
): Seated {
  const placed = placements.filter(({ service }) => service === asked).length;
  const oneMore = (workload: Workload): Workload =>
    workload.name === asked && workload.replicas <= placed ? { ...workload, replicas: placed + 1 } : workload;
  const compiled = compile(graph, policy);
  const occupancy = new Occupancy({ ...compiled, workloads: compiled.workloads.map(oneMore) });
  const instances = rostersOf(occupancy.fleet, placements).flatMap(({ pinned, recorded }) => {
    return [...pinned, ...recorded].filter(({ from }) => from !== undefined);
  });
  const granted = new Map(placements.map((placement) => [nameOf(placement), needed(placement.granted)]));
  // As in a plan, the pinned go first: what they ask for depends on what fits.
  for (const instance of [...instances].sort((a, b) => Number(!a.pin) - Number(!b.pin))) {
    const compute = occupancy.fleet.sites.indexOf(instance.from ?? '');
    if (compute === undefined) continue;
    if (instance.pin) instance.workload = pinnedAsks(occupancy, instance, compute);
    instance.more = granted.get(nameOf({ service: instance.workload.name, instance: instance.number }));
    occupancy.put(instance, compute);
  }
  return { occupancy, instances: instances.filter((instance) => instance.placed) };
}

function nameOf({ service, instance }: Pick<Placement, 'service' | 'instance'>): string {
  return `${service}#${instance}`;
}
