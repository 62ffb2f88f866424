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
  const budget = {
    expired: () => left() === 0,
    left,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    tell: () => undefined,
    signal: new AbortController().signal,
  };
  const effort = {
    ...DEFAULT_EFFORT,
    iterations: 1e9,
    iterationsEach: 1e9,
    rounds: 1e6,
    columns: 2000,
    nodes: 1e6,
  };
  const { packing, lowerBound } = await findCheapest(market, solver, budget, effort);
  if (packing.leftCount > 0) throw new Error(`${packing.leftCount} instances found no host`);
  return { cost: packing.cost, lowerBound, seconds: took() };
}
