import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRecommend } from './recommend/load.mjs';
import { purchaseFrom } from './recommend/purchase-from.mjs';

// Buys hosts for every case in STOWAGE_DATA_DIR/purchase and says how good the answer is.
// Usage: node bench/recommend.mjs [seconds, 10 by default]
const folder = join(process.env.STOWAGE_DATA_DIR ?? '../shared/data', 'purchase');
const seconds = Number(process.argv[2] ?? 10);
const { openHighs, findCheapest, firstFit, marketOf, DEFAULT_EFFORT, script } = await loadRecommend();
// The clock decides here, so the counts must not.
const effort = { ...DEFAULT_EFFORT, iterations: 1e9, rounds: 1e6, nodes: 1e6 };
const percent = (share) => `${(100 * share).toFixed(2)} %`;

console.log('case  cost  known bound  over it  own bound  own gap  first fit  cheaper by  seconds');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const data = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const market = marketOf(purchaseFrom(data));
  const solver = openHighs(script);
  const start = performance.now();
  const left = () => Math.max(0, seconds - (performance.now() - start) / 1000);
  const { packing, lowerBound } = await findCheapest(
    market,
    solver,
    {
      expired: () => left() === 0,
      left,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      signal: new AbortController().signal,
    },
    effort,
  );
  const took = (performance.now() - start) / 1000;
  await solver.dispose();
  const peer = firstFit(market).cost;
  const known = data.configLpLowerBound;
  console.log(
    [
      file.replace('.json', ''),
      packing.cost,
      known,
      percent(packing.cost / known - 1),
      lowerBound.toFixed(2),
      percent(packing.cost / lowerBound - 1),
      peer,
      percent(1 - packing.cost / peer),
      took.toFixed(1),
    ].join('  '),
  );
  if (packing.leftCount > 0) process.exitCode = 1;
}
