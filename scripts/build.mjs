import { build } from 'esbuild';
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';

// One bundle with lazy chunks: a command loads what it needs and nothing else.
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const { metafile } = await build({
  // HiGHS solves in a thread of its own, which starts from a file of its own; it finds its WASM beside itself.
  entryPoints: { main: 'src/main.ts', 'solver-worker': 'src/solver/highs/worker.ts' },
  external: ['highs'],
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
  metafile: true,
});

// What an earlier build left goes last, so that dist/ works at every moment.
const made = new Set(Object.keys(metafile.outputs));
for (const file of readdirSync('dist', { recursive: true })) {
  if (/\.js$/.test(file) && !made.has(`dist/${file}`)) rmSync(`dist/${file}`);
}
chmodSync('dist/main.js', 0o755);
