import { build } from 'esbuild';
import { join } from 'node:path';

/** Bundles stowage as a mortal; returns its script. */
export async function bundleMortal(folder: string): Promise<string> {
  await build({
    entryPoints: ['test/faults/mortal.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // As stowage is built: what a command does not need is not loaded.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['highs'],
    define: { 'process.env.NODE_ENV': '"production"', STOWAGE_VERSION: '"0.0.0-faults"' },
    alias: { 'react-devtools-core': './scripts/no-devtools.mjs' },
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return join(folder, 'mortal.mjs');
}
