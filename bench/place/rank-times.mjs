import { manifestsOf } from './fleet.mjs';

/**
 * Ranks every hundredth service's best ten computes on a fleet where everything is placed.
 * @returns {{ half: number, worst: number }} microseconds
 */
export function rankTimes(place, wish, policy) {
  const graph = new place.Graph(manifestsOf(wish), [], new Map());
  const fleet = place.compile(graph, policy);
  const occupancy = new place.Occupancy(fleet);
  const byName = new Map(fleet.workloads.map((workload) => [workload.name, workload]));
  for (const { service, instance, compute } of place.placeOn(fleet, []).placements) {
    const guest = new place.Instance(byName.get(service), instance, undefined);
    occupancy.put(guest, fleet.sites.indexOf(compute));
  }
  const ranking = new place.Ranking(occupancy);
  const rank = (workload) => {
    const start = performance.now();
    ranking.turnTo(workload);
    const { length } = ranking.top(10);
    return { time: performance.now() - start, length };
  };
  // Neighbours by name are of different classes, so that nearly every one is a scan.
  const chosen = fleet.workloads.filter((_, nth) => nth % 10 === 0);
  for (const workload of chosen) rank(workload);
  const times = chosen.map((workload) => rank(workload).time * 1000).sort((a, b) => a - b);
  const at = (part) => Math.round(times[Math.floor(times.length * part)] ?? NaN);
  return { half: at(0.5), worst: at(0.99) };
}
