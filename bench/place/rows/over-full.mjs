import { manifestsOf } from '../fleet.mjs';
import { median } from '../median.mjs';
import { placedAtMost } from '../placed-at-most.mjs';

const POLICY = { target: 0.65, ceiling: 0.7 };

/**
 * How long it takes where not everything has room, and how many find a place of those that could at most.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ place, runs }) {
  return [false, true].map((varied) => overFull(place, runs, varied));
}

function overFull(place, runs, varied) {
  const wish = { computes: 3000, services: 20_000, replicas: 40_000, fill: 1.3, varied };
  const graph = new place.Graph(manifestsOf(wish), [], new Map());
  let outcome = place.place(graph, [], POLICY);
  const time = median(runs, () => (outcome = place.place(graph, [], POLICY)));
  const again = place.place(graph, outcome.placements, POLICY);
  const moved = again.placements.filter(({ kept }) => !kept).length;
  const placed = outcome.placements.length;
  const most = placedAtMost(place, place.compile(graph, POLICY), placed);
  return {
    what: `3000 × 40000 over-full${varied ? ', varied' : ''}: with compile`,
    peer: 'room in sum',
    figure: `${Math.round(time)} ms, ${placed} placed of ${most} at most, then ${moved} moves`,
    goal: '≤ 3000 ms, 0 moves',
    met: time <= 3000 && moved === 0,
  };
}
