import { tightBound } from '../tight-bound.mjs';
import { tightFleet } from '../tight-fleet.mjs';

const POLICY = { target: 0.65, ceiling: 0.7 };
const SEEDS = 100;

/**
 * How many find a place where not all can, beside what a linear program says is possible at most. Where both are the
 * same, it is proved that no placement has more; where they differ, more may or may not be possible.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ place, solver }) {
  const results = [];
  for (let seed = 1; seed <= SEEDS; seed++) results.push(await measure(place, solver, seed));
  const reached = results.filter(({ short }) => short === 0).length;
  const mean = results.reduce((sum, { short }) => sum + short, 0) / SEEDS;
  const slowest = Math.max(...results.map(({ time }) => time));
  const moves = results.reduce((sum, one) => sum + one.moves, 0);
  return [
    {
      what: '500 × 2,000, more asked than there is: placed = bound, so the most there can be',
      peer: 'linear program',
      figure: `${reached} of ${SEEDS} seeds, ${mean.toFixed(2)} short on average, ${Math.round(slowest)} ms at most, then ${moves} moves`,
      goal: '≥ 95 % of seeds, ≤ 2000 ms, 0 moves',
      met: reached >= 0.95 * SEEDS && slowest <= 2000 && moves === 0,
    },
  ];
}

async function measure(place, solver, seed) {
  const fleet = tightFleet(seed);
  const bound = await tightBound(solver, fleet);
  const graph = new place.Graph(fleet.manifests, [], new Map());
  const start = performance.now();
  const { placements } = place.place(graph, [], POLICY);
  const time = performance.now() - start;
  const again = place.place(graph, placements, POLICY).placements;
  const moves = again.filter(({ kept }) => !kept).length;
  return { short: bound - placements.length, time, moves };
}
