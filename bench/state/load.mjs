import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ENTRY = `
export { openGitStateStore } from './src/state/git/open-git-state-store.ts';
export { NOTHING_RECORDED } from './src/model/recorded.ts';
`;
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Bundles the state store as its sources are now, and loads it. */
export async function loadState() {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  const outfile = join(folder, 'state.mjs');
  try {
    await build({
      stdin: { contents: ENTRY, resolveDir: '.', loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: { js: REQUIRE },
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
