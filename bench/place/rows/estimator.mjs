import { median } from '../median.mjs';

const GOAL = { nodes: 2595, milliseconds: 41 };
const NODE = { capacity: [1000, 5000, 100], price: 1 };
const PODS = [
  { replicas: 50_000, need: [50, 100, 1] },
  { replicas: 1_000, need: [95, 190, 1] },
];

/**
 * The case of cluster-autoscaler's estimator: how many new nodes of 1,000 millicores, 5,000 MB and 100 pods hold
 * 51,000 pods.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ packing, runs }) {
  const purchase = { offers: [NODE], limits: [], demands: PODS.map((pod) => ({ ...pod, offers: [0] })) };
  let found;
  const time = median(
    Math.max(5, runs),
    () => (found = packing.packCheaply(packing.marketOf(purchase), packing.DEFAULT_EFFORT)),
  );
  return [
    {
      what: "51,000 pods onto new nodes, cluster-autoscaler's estimator",
      peer: '2,595 nodes, 41 ms',
      figure: `${found.cost} nodes, ${time.toFixed(1)} ms`,
      goal: `≤ ${GOAL.nodes} nodes, ≤ ${GOAL.milliseconds} ms`,
      met: found.leftCount === 0 && found.cost <= GOAL.nodes && time <= GOAL.milliseconds,
    },
  ];
}
