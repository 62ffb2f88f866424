import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Bundles the phase as the package would and loads it. */
export async function loadPlace() {
  const outfile = join(tmpdir(), `stowage-bench-place-${process.pid}.mjs`);
  const contents = `
    export { Graph } from './model/graph.ts';
    export { compile } from './pipeline/place/compile.ts';
    export { placeOn, place } from './pipeline/place/place.ts';
    export { Occupancy } from './pipeline/place/occupancy.ts';
    export { Instance } from './pipeline/place/instance.ts';
    export { Ranking } from './pipeline/place/ranking.ts';`;
  await build({
    stdin: { contents, resolveDir: source, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
