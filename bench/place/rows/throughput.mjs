import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { manifestsOf } from '../fleet.mjs';
import { measured, median } from '../median.mjs';

const POLICY = { target: 0.65, ceiling: 0.7 };
const BIG = { computes: 10_000, services: 20_000, replicas: 100_000, fill: 0.55 };
const PEER = 'kube-scheduler 680–810 pods/s';

/**
 * How many instances are placed in a second.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ place, runs }) {
  return [
    ...cold(place, runs, BIG, 'services of a few sizes'),
    ...cold(place, runs, { ...BIG, varied: true }, 'every service of its own size'),
    await memory(),
  ];
}

function cold(place, runs, wish, words) {
  const graph = new place.Graph(manifestsOf(wish), [], new Map());
  let fleet = place.compile(graph, POLICY);
  let outcome = place.placeOn(fleet, []);
  const compiled = measured(runs, () => (outcome = place.placeOn(fleet, [])));
  const whole = measured(runs, () => {
    fleet = place.compile(graph, POLICY);
    outcome = place.placeOn(fleet, []);
  });
  const { rejections } = outcome;
  const counted = fleet.workloads.every((workload) => {
    const ruledOut = rejections.ruledOut(workload).reduce((sum, computes) => sum + computes, 0);
    return ruledOut + rejections.candidates(workload) === wish.computes;
  });
  const replan = median(runs, () => place.placeOn(fleet, outcome.placements));
  const moved = place.placeOn(fleet, outcome.placements).placements.filter(({ kept }) => !kept).length;
  const count = outcome.placements.length;
  const size = `${wish.computes} × ${count}, ${words}`;
  const rate = ({ wall, user }) =>
    `${Math.round(count / wall)},000/s (${Math.round(wall)} ms; user ${Math.round(user)} ms)`;
  return [
    {
      what: `${size}: cold, compiled`,
      peer: PEER,
      figure: rate(compiled),
      goal: '',
      met: null,
    },
    {
      what: `${size}: cold, with compile, ${counted ? 'reasons counted for every service' : 'reasons MISCOUNTED'}`,
      peer: PEER,
      figure: rate(whole),
      goal: '≥ 200,000/s',
      met: counted && count / whole.wall >= 200,
    },
    {
      what: `${size}: replan, compiled`,
      peer: '–',
      figure: `${Math.round(replan)} ms, ${moved} moves`,
      goal: '0 moves',
      met: moved === 0,
    },
  ];
}

/** Memory is measured in a process of its own, which does nothing else. */
async function memory() {
  const child = fork(fileURLToPath(new URL('../peak.mjs', import.meta.url)), [JSON.stringify(BIG)]);
  const megabytes = await new Promise((resolve) => child.once('message', resolve));
  return {
    what: '10,000 × 100,000 cold: memory above graph and runtime, at most',
    peer: '–',
    figure: `${megabytes} MB`,
    goal: '≤ 150 MB',
    met: Number(megabytes) <= 150,
  };
}
