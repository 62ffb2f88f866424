import { rankTimes } from '../rank-times.mjs';

const POLICY = { target: 0.65, ceiling: 0.7 };
const BIG = { computes: 10_000, services: 20_000, replicas: 100_000, fill: 0.55 };

/**
 * How long one service waits for its best ten computes.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ place }) {
  const { half, worst } = rankTimes(place, BIG, POLICY);
  const row = (part, time, most) => ({
    what: `one service, ranked top ten, 10,000 computes: ${part}`,
    peer: '–',
    figure: `${time} µs`,
    goal: `≤ ${most} µs`,
    met: time <= most,
  });
  return [row('p50', half, 100), row('p99', worst, 2000)];
}
