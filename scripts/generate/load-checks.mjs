import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const CONTENTS = `
export { CHECK_CATALOGUE } from './src/pipeline/check-catalogue.ts';
export { readableText } from './src/pipeline/readable-text.ts';
export { diagnosticsText } from './src/render/diagnostics-text.ts';
export { firstSentence } from './src/render/first-sentence.ts';
export { plain } from './src/render/paint.ts';
export { saidOf } from './test/support/page-fleet.ts';
import { protectRemoved } from './src/pipeline/compare/checks/protect.removed.ts';
import { PLAN_CHECKS } from './src/pipeline/plan/plan-checks.ts';
import { QUOTE_CHECKS } from './src/pipeline/check-quotes.ts';
import { limitExceeded } from './src/pipeline/plan/guards/limit.exceeded.ts';
export const AT_PLAN_TIME = new Set(
  [protectRemoved, limitExceeded, ...PLAN_CHECKS, ...QUOTE_CHECKS].map(({ id }) => id),
);
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
