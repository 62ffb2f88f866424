/**
 * Makes what follows from the schemas and from the folders under src/kinds:
 *   src/model/spec/*.ts             a type per kind, and the facts in the schemas' x- keywords
 *   src/kinds/registry.ts           the list of kinds
 *   schemas/stowage.json            one schema for files that mix kinds
 *   docs/checks/*.md                a page per check, with what is really said of its example
 *   src/pipeline/parse/validators.js  Ajv's standalone validators (not kept in git)
 * --check fails when a kept file is not what it would make; --validators-only makes just the last.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { checkPages, orphanedPages } from './generate/check-pages.mjs';
import { loadChecks } from './generate/load-checks.mjs';
import { readSchemas } from './generate/schemas.mjs';
import { specFiles } from './generate/specs.mjs';
import { registryFile } from './generate/registry.mjs';
import { unionFile } from './generate/union.mjs';
import { validatorsSource } from './generate/validators.mjs';

const check = process.argv.includes('--check');
const schemas = readSchemas();

const validators = await validatorsSource(schemas);
if (!check) write('src/pipeline/parse/validators.js', validators);

if (!process.argv.includes('--validators-only')) {
  const sources = { ...(await specFiles(schemas)), ...registryFile(), ...unionFile(schemas) };
  const options = JSON.parse(readFileSync('.prettierrc.json', 'utf8'));
  const stale = [];
  const keep = (file, text) => {
    if (read(file) === text) return;
    stale.push(file);
    if (!check) write(file, text);
  };
  for (const [file, source] of Object.entries(sources))
    keep(file, await prettier.format(source, { ...options, filepath: file }));
  // The pages come last: they are made by what is made above.
  const pages = checkPages(await loadChecks(validators));
  for (const [file, text] of Object.entries(pages)) keep(file, text);
  for (const file of orphanedPages(pages)) {
    stale.push(file);
    if (!check) rmSync(file);
  }
  if (check && stale.length > 0) {
    console.error(`out of date: ${stale.join(', ')}\nrun: npm run generate`);
    process.exit(1);
  }
}

function write(file, text) {
  mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
  writeFileSync(file, text);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
