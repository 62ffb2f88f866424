import { casesOf, noData, percent } from '../data.mjs';
import { purchaseFrom } from '../purchase-from.mjs';
import { purchaseCase } from '../purchases.mjs';
import { search, searchByCount } from '../search.mjs';

const SECONDS = 10;
/** Cases made anew, and how much a processor may work for one. */
const OTHERS = { seeds: [2, 3, 4, 5, 6], processorSeconds: 5 };

/**
 * What to buy for 200 services among 20 profiles: beside a bound and beside first fit.
 * @param {import('../rows.mjs').Context} context
 * @returns {Promise<import('../rows.mjs').Row[]>}
 */
export async function rows({ packing, solver, dataDir }) {
  const cases = casesOf(dataDir, 'purchase', '.json');
  if (!cases) return [noData('purchase', '≤ 2 % over in 10 s')];
  const measured = [];
  for (const { name, text } of cases) {
    const data = JSON.parse(text);
    const market = packing.marketOf(purchaseFrom(data));
    const { cost, lowerBound, seconds } = await search(packing, solver, market, SECONDS);
    const over = cost / data.configLpLowerBound - 1;
    const peer = packing.firstFit(market).cost;
    const thrifty = packing.firstFit(market, 'thriftiest').cost;
    const saved = 1 - cost / peer;
    const most = data.services.some(({ req }) => req[data.dims.indexOf('gpus')] > 0) ? 0.02 : 0.04;
    const what = `purchase ${name}`;
    measured.push(
      {
        what: `${what}: cost`,
        peer: `bound ${data.configLpLowerBound}`,
        figure: `${cost}, ${percent(over)} over, own bound ${lowerBound.toFixed(1)}, ${seconds.toFixed(1)} s`,
        goal: `≤ ${100 * most} % over in ${SECONDS} s`,
        met: over <= most && seconds <= SECONDS * 1.05,
      },
      {
        what: `${what}: beside first fit`,
        peer: `first fit, opening what holds most ${peer}`,
        figure: `${percent(saved)} cheaper`,
        goal: '≥ 25 % cheaper',
        met: saved >= 0.25,
      },
      {
        what: `${what}: beside a thrifty first fit`,
        peer: `first fit, opening what costs least for what it holds ${thrifty}`,
        figure: `${percent(1 - cost / thrifty)} cheaper`,
        goal: '',
        met: null,
      },
    );
  }
  for (const withCards of [false, true]) measured.push(await others({ packing, solver }, withCards));
  return measured;
}

/** Cases like those of the data, as `stowage recommend` searches without a time limit. */
async function others({ packing, solver }, withCards) {
  const gaps = [];
  let longest = 0;
  for (const seed of OTHERS.seeds) {
    const market = packing.marketOf(purchaseFrom(purchaseCase(seed, withCards)));
    const { cost, lowerBound, processorSeconds } = await searchByCount(packing, solver, market);
    gaps.push(cost / lowerBound - 1);
    longest = Math.max(longest, processorSeconds);
  }
  gaps.sort((a, b) => a - b);
  const [median, worst] = [gaps[gaps.length >> 1], gaps.at(-1)];
  return {
    what: `purchase, ${gaps.length} more cases ${withCards ? 'with' : 'without'} GPUs, no time limit`,
    peer: 'own bound',
    figure: `median ${percent(median)}, worst ${percent(worst)} over; at most ${longest.toFixed(1)} s of a processor`,
    goal: `≤ ${OTHERS.processorSeconds} s of a processor`,
    met: longest <= OTHERS.processorSeconds,
  };
}
