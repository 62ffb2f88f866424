import { build } from 'esbuild';
import { chmodSync, readFileSync, rmSync } from 'node:fs';

// One bundle with lazy chunks: a command loads what it needs and nothing else.
rmSync('dist', { recursive: true, force: true });
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"', STOWAGE_VERSION: JSON.stringify(version) },
  // Ink asks for this only when DEV is set.
  alias: { 'react-devtools-core': './scripts/no-devtools.mjs' },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
chmodSync('dist/main.js', 0o755);
