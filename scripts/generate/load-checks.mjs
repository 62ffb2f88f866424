import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const CONTENTS = `
export { NOTHING_RECORDED } from './src/model/recorded.ts';
export { CHECK_CATALOGUE } from './src/pipeline/check-catalogue.ts';
export { compare } from './src/pipeline/compare/compare.ts';
export { planFleet } from './src/pipeline/plan-fleet.ts';
export { readProject } from './src/pipeline/read-project.ts';
export { readableText } from './src/pipeline/readable-text.ts';
export { validateFleet } from './src/pipeline/validate-fleet.ts';
export { diagnosticsText } from './src/render/diagnostics-text.ts';
export { firstSentence } from './src/render/first-sentence.ts';
export { plain } from './src/render/paint.ts';
`;

/** The checks and what runs them, as the sources say now. */
export async function loadChecks(validators) {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-generate-'));
  try {
    const outfile = join(folder, 'checks.mjs');
    await build({
      stdin: { contents: CONTENTS, resolveDir: '.', loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
      plugins: [replaced(/\/validators\.js$/, validators)],
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The file of validators is not kept in git, so it may be old or missing; this one is current. */
function replaced(filter, contents) {
  return {
    name: 'validators',
    setup(builder) {
      builder.onResolve({ filter }, ({ path }) => ({ path, namespace: 'validators' }));
      builder.onLoad({ filter: /.*/, namespace: 'validators' }, () => ({ contents, resolveDir: '.' }));
    },
  };
}
