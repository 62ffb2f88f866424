/**
 * Looks for the cheapest hosts for so many seconds by the clock, so that the counts do not decide.
 * @param {any} packing the search, bundled
 * @param {any} solver
 * @param {any} market
 * @param {number} seconds
 */
export async function search({ findCheapest, DEFAULT_EFFORT }, solver, market, seconds) {
  const start = performance.now();
  const took = () => (performance.now() - start) / 1000;
  const left = () => Math.max(0, seconds - took());
  const budget = { ...ENDLESS, expired: () => left() === 0, left };
  const effort = {
    ...DEFAULT_EFFORT,
    iterations: 1e9,
    iterationsEach: 1e9,
    rounds: 1e6,
    columns: 2000,
    nodes: 1e6,
  };
  const found = whole(await findCheapest(market, solver, budget, effort));
  return { ...found, seconds: took() };
}

/**
 * Looks for the cheapest hosts until the default counts are used up.
 * @param {any} packing the search, bundled
 * @param {any} solver
 * @param {any} market
 */
export async function searchByCount({ findCheapest, DEFAULT_EFFORT }, solver, market) {
  const before = process.cpuUsage();
  const found = whole(await findCheapest(market, solver, ENDLESS, DEFAULT_EFFORT));
  const { user, system } = process.cpuUsage(before);
  return { ...found, processorSeconds: (user + system) / 1e6 };
}

const ENDLESS = {
  expired: () => false,
  left: () => Infinity,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  tell: () => undefined,
  signal: new AbortController().signal,
};

function whole({ packing, lowerBound }) {
  if (packing.leftCount > 0) throw new Error(`${packing.leftCount} instances found no host`);
  return { cost: packing.cost, lowerBound };
}
