import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

// The suites are TypeScript, as the tests are: `npm run faults -- --help`.
const outfile = 'node_modules/.cache/stowage-faults/main.mjs';
await build({
  entryPoints: ['test/faults/main.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(resolve(outfile)).href);
