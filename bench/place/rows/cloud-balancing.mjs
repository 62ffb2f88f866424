import { casesOf, noData, percent } from '../data.mjs';
import { search } from '../search.mjs';

/** Bounds and the best published for OptaPlanner's cases. */
const KNOWN = new Map([
  ['100computers-300processes', { bound: 96_670, published: 112_400 }],
  ['200computers-600processes', { bound: 169_230, published: 196_350 }],
]);

/**
 * The fewest euros of computers in use: each computer is an offer that is bought once at most.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ packing, solver, dataDir }) {
  const cases = casesOf(dataDir, 'cloud-balancing', '.json')?.filter(({ name }) => KNOWN.has(name));
  if (!cases) return [noData('cloud balancing', '≤ 1 % over the bound in 60 s')];
  const measured = [];
  for (const { name, text } of cases) {
    const { bound, published } = KNOWN.get(name);
    const market = packing.marketOf(balancingFrom(JSON.parse(text)));
    const row = async (peer, allowed, goal, reached) => {
      const { cost, lowerBound, seconds } = await search(packing, solver, market, allowed);
      const found = `${cost}, own bound ${lowerBound.toFixed(0)}`;
      measured.push({
        what: `cloud balancing ${name}, ${allowed} s`,
        peer,
        figure: `${found}, ${percent(cost / bound - 1)} over the bound, ${seconds.toFixed(1)} s`,
        goal,
        met: reached && reached(cost) && seconds <= allowed * 1.05,
      });
    };
    await row(`published ${published}`, 1, 'beat the published best', (cost) => cost < published);
    await row(`bound ${bound}`, 10, '', null);
    await row(`bound ${bound}`, 60, '≤ 1 % over the bound', (cost) => cost <= bound * 1.01);
  }
  return measured;
}

function balancingFrom({ computerList, processList }) {
  const computers = computerList.map(({ cpuPower, memory, networkBandwidth, cost }) => ({
    capacity: [cpuPower, memory, networkBandwidth],
    price: cost,
  }));
  return {
    offers: computers,
    limits: computers.map((_, nth) => ({
      uses: computers.map((__, other) => Number(other === nth)),
      most: 1,
    })),
    demands: processList.map(({ requiredCpuPower, requiredMemory, requiredNetworkBandwidth }) => ({
      need: [requiredCpuPower, requiredMemory, requiredNetworkBandwidth],
      replicas: 1,
      offers: [...computers.keys()],
    })),
  };
}
