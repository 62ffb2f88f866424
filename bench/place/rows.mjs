import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { manifestsOf } from './fleet.mjs';
import { firstFit } from './first-fit.mjs';
import { rankTimes } from './rank-times.mjs';

const POLICY = { target: 0.65, ceiling: 0.7 };
const BIG = { computes: 10_000, services: 20_000, replicas: 100_000, fill: 0.55 };

/** @typedef {{ what: string, figure: string, goal: string }} Row */

/**
 * Measures every row; figures are medians.
 * @param {any} place the phase, bundled
 * @param {number} runs
 * @returns {Promise<Row[]>}
 */
export async function rows(place, runs) {
  return [
    ...cold(place, runs, BIG, 'services of a few sizes'),
    ...cold(place, runs, { ...BIG, varied: true }, 'every service of its own size'),
    {
      what: '10,000 × 100,000 cold: memory above graph and runtime, at most',
      figure: `${await peak()} MB`,
      goal: '≤ 150 MB',
    },
    ...overFull(place, runs, false),
    ...overFull(place, runs, true),
    ...ranks(place),
    await estimator(place, runs),
  ];
}

function cold(place, runs, wish, words) {
  const graph = new place.Graph(manifestsOf(wish), [], new Map());
  let fleet = place.compile(graph, POLICY);
  let outcome = place.placeOn(fleet, []);
  const compile = median(runs, () => (fleet = place.compile(graph, POLICY)));
  const compiled = median(runs, () => (outcome = place.placeOn(fleet, [])));
  const replan = median(runs, () => place.placeOn(fleet, outcome.placements));
  const moved = place.placeOn(fleet, outcome.placements).placements.filter(({ kept }) => !kept).length;
  const size = `${wish.computes} × ${outcome.placements.length}, ${words}`;
  const rate = (time) => `${Math.round(outcome.placements.length / time)},000/s (${Math.round(time)} ms)`;
  return [
    { what: `${size}: cold, compiled`, figure: rate(compiled), goal: '≥ 200,000/s' },
    { what: `${size}: cold, with compile`, figure: rate(compiled + compile), goal: '' },
    {
      what: `${size}: replan, compiled`,
      figure: `${Math.round(replan)} ms, ${moved} moves`,
      goal: '0 moves',
    },
  ];
}

/** Memory is measured in a process of its own, which does nothing else. */
function peak() {
  const child = fork(fileURLToPath(new URL('peak.mjs', import.meta.url)), [JSON.stringify(BIG)]);
  return new Promise((resolve) => child.once('message', (megabytes) => resolve(Number(megabytes))));
}

function overFull(place, runs, varied) {
  const wish = { computes: 3000, services: 20_000, replicas: 40_000, fill: 1.3, varied };
  const graph = new place.Graph(manifestsOf(wish), [], new Map());
  let outcome = place.place(graph, [], POLICY);
  const time = median(runs, () => (outcome = place.place(graph, [], POLICY)));
  const again = place.place(graph, outcome.placements, POLICY);
  const moved = again.placements.filter(({ kept }) => !kept).length;
  const figure = `${Math.round(time)} ms, ${outcome.placements.length} placed, then ${moved} moves`;
  return [
    { what: `3000 × 40000 over-full${varied ? ', varied' : ''}: with compile`, figure, goal: '≤ 3000 ms' },
  ];
}

function ranks(place) {
  const { half, worst } = rankTimes(place, BIG, POLICY);
  return [
    { what: 'one service, ranked top ten, 10,000 computes: p50', figure: `${half} µs`, goal: '≤ 100 µs' },
    { what: 'one service, ranked top ten, 10,000 computes: p99', figure: `${worst} µs`, goal: '≤ 2000 µs' },
  ];
}

async function estimator(place, runs) {
  let nodes = 0;
  const time = median(runs, () => (nodes = firstFit(place)));
  return {
    what: '51,000 pods onto new nodes (own construction)',
    figure: `${nodes} nodes, ${time.toFixed(1)} ms`,
    goal: '≤ 2595 nodes, ≤ 41 ms (upstream shapes)',
  };
}

function median(runs, work) {
  const times = Array.from({ length: runs }, () => {
    globalThis.gc?.();
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? NaN;
}
