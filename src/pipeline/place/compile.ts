import type { Graph } from '../../model/graph.ts';
import type { PlacementPolicy } from '../../model/placement.ts';
import { offered, shareOf, WIDTH } from './amounts.ts';
import { byName } from './by-name.ts';
import { workloadsOf } from './compile-workloads.ts';
import { Eligibilities } from './eligibility.ts';
import type { Fleet } from './fleet.ts';
import { shapesOf } from './shapes.ts';
import { pricesOf } from './prices.ts';
import { Sites } from './sites.ts';

/** Turns manifests into what the other phases count with. */
export function compile(graph: Graph, policy: PlacementPolicy): Fleet {
  const sites = new Sites(graph.all('Compute').sort(byName));
  const size = sites.computes.length;
  const capacity = new Float64Array(size * WIDTH);
  const amounts = new Float64Array(WIDTH);
  for (const [compute, manifest] of sites.computes.entries()) {
    offered(graph.capacityOf(manifest), amounts);
    for (let r = 0; r < WIDTH; r++) capacity[r * size + compute] = amounts[r] as number;
  }
  const prices = policy.cheapest && pricesOf(sites, capacity, policy.cheapest.currency);
  return {
    policy,
    sites,
    size,
    workloads: workloadsOf(graph, new Eligibilities(sites)),
    capacity,
    ceiling: capacity.map((amount) => shareOf(amount, policy.ceiling)),
    prices,
    shapes: shapesOf(capacity, size, prices?.cheapness),
  };
}
