import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesOf, noData, percent } from '../data.mjs';
import { search } from '../search.mjs';

const SECONDS = 2;

/**
 * Fewest equal bins: beside the best of all heuristics of the paper, and beside the optimum where it is known.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ packing, solver, dataDir }) {
  const cases = casesOf(dataDir, 'vector-bin-packing', '.vbp');
  if (!cases) return [noData('vector bin packing', '≥ 98 % better or equal')];
  const known = knownOf(readFileSync(join(dataDir, 'vector-bin-packing/known.csv'), 'utf8'));
  let asGood = 0;
  let best = 0;
  let settled = 0;
  let longest = 0;
  const behind = [];
  for (const { name, text } of cases) {
    const { optimum, paper } = known.get(name);
    const market = packing.marketOf(binsFrom(text));
    const { cost, seconds } = await search(packing, solver, market, SECONDS);
    longest = Math.max(longest, seconds);
    if (cost <= paper) asGood += 1;
    else behind.push(`${name} ${cost} > ${paper}`);
    if (optimum < 0) continue;
    settled += 1;
    if (cost <= optimum) best += 1;
    else if (process.env.VERBOSE) console.error(`${name}: ${cost}, optimum ${optimum}`);
  }
  const share = asGood / cases.length;
  return [
    {
      what: `vector bin packing, ${cases.length} cases, ${SECONDS} s each`,
      peer: 'best of all heuristics of the paper',
      figure: [`${percent(share)} better or equal, ${longest.toFixed(1)} s`, ...behind].join('; '),
      goal: '≥ 98 % better or equal',
      met: share >= 0.98 && longest <= SECONDS * 1.05,
    },
    {
      what: `vector bin packing, ${settled} cases with a known optimum`,
      peer: 'optimum',
      figure: `${best} of ${settled}`,
      goal: '',
      met: null,
    },
  ];
}

/** Capacities, how many items, then the items; what a line has beyond the resources counts equal items. */
function binsFrom(text) {
  const numbers = (line) => line.trim().split(/\s+/).map(Number);
  const [[width], capacity, [count], ...items] = text.trim().split('\n').map(numbers);
  const offers = [{ capacity: capacity.slice(0, width), price: 1 }];
  const demands = items.slice(0, count).map((item) => ({
    need: item.slice(0, width),
    replicas: item[width] ?? 1,
    offers: [0],
  }));
  return { offers, limits: [], demands };
}

function knownOf(csv) {
  const lines = csv.trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [family, instance, , optimum, paper] = line.split(',');
      return [`${family}-${instance}`, { optimum: Number(optimum), paper: Number(paper) }];
    }),
  );
}
