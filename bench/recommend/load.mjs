import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const FOLDER = 'node_modules/.cache/stowage-bench';
const ENTRY = `
export { openHighs } from './src/solver/highs/open-highs.ts';
export { DEFAULT_EFFORT } from './src/packing/effort.ts';
export { findCheapest } from './src/packing/find-cheapest.ts';
export { firstFit } from './src/packing/first-fit.ts';
export { marketOf } from './src/packing/market.ts';
`;

/** Bundles the sources as they are now, and loads them. */
export async function loadRecommend() {
  const shared = { bundle: true, format: 'esm', platform: 'node', external: ['highs'], logLevel: 'warning' };
  const stdin = { contents: ENTRY, resolveDir: '.', loader: 'ts' };
  await build({ ...shared, stdin, outfile: `${FOLDER}/recommend.mjs` });
  await build({ ...shared, entryPoints: ['src/solver/highs/worker.ts'], outfile: `${FOLDER}/worker.mjs` });
  const urlOf = (file) => pathToFileURL(resolve(FOLDER, file));
  return { ...(await import(urlOf('recommend.mjs').href)), script: urlOf('worker.mjs') };
}
