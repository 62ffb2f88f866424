import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// A process of its own writes files of its own: several benches may run at once.
const FOLDER = resolve('node_modules/.cache/stowage-bench', String(process.pid));
process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Bundles the placement phase as the package would and loads it. */
export function loadPlace() {
  return load(
    'place',
    `export { Graph } from './model/graph.ts';
    export { compile } from './pipeline/place/compile.ts';
    export { placeOn, place } from './pipeline/place/place.ts';
    export { Occupancy } from './pipeline/place/occupancy.ts';
    export { Instance } from './pipeline/place/instance.ts';
    export { Ranking } from './pipeline/place/ranking.ts';
    export { RoomBound } from './pipeline/place/room-bound.ts';`,
  );
}

/** Bundles all phases of a plan and loads them. */
export function loadPlan() {
  return load(
    'plan',
    `export { planFleet } from './pipeline/plan-fleet.ts';
    export { parse } from './pipeline/parse/parse.ts';
    export { resolve } from './pipeline/resolve/resolve.ts';
    export { check } from './pipeline/check/check.ts';
    export { CHECK_CATALOGUE } from './pipeline/check-catalogue.ts';
    export { compare } from './pipeline/compare/compare.ts';
    export { place } from './pipeline/place/place.ts';
    export { hostOrders } from './pipeline/plan/host-orders.ts';
    export { plan } from './pipeline/plan/plan.ts';
    export { validateFleet } from './pipeline/validate-fleet.ts';
    export { readProject } from './pipeline/read-project.ts';
    export { NOTHING_RECORDED } from './model/recorded.ts';`,
  );
}

/** Bundles the search for the cheapest hosts with the solver; `script` is the solver's thread. */
export async function loadPacking() {
  const script = await bundle('worker', { entryPoints: [resolve(source, 'solver/highs/worker.ts')] });
  const packing = await load(
    'packing',
    `export { openHighs } from './solver/highs/open-highs.ts';
    export { DEFAULT_EFFORT } from './packing/effort.ts';
    export { findCheapest } from './packing/find-cheapest.ts';
    export { firstFit } from './packing/first-fit.ts';
    export { marketOf } from './packing/market.ts';
    export { packCheaply } from './packing/pack-cheaply.ts';`,
  );
  return { ...packing, script };
}

async function load(name, contents) {
  return import((await bundle(name, { stdin: { contents, resolveDir: source, loader: 'ts' } })).href);
}

async function bundle(name, options) {
  const outfile = resolve(FOLDER, `${name}.mjs`);
  await build({
    ...options,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outfile,
  });
  return pathToFileURL(outfile);
}
