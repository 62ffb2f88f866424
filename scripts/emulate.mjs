import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

// The emulators are TypeScript, as the tests are: `npm run emulate hetzner-cloud -- --port 8080`.
const outfile = 'node_modules/.cache/stowage-emulate/main.mjs';
await build({
  entryPoints: ['test/emulators/main.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(resolve(outfile)).href);
