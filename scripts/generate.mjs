/**
 * Makes what follows from the schemas and from the folders under src/kinds:
 *   src/model/spec/*.ts             a type per kind, and the facts in the schemas' x- keywords
 *   src/kinds/registry.ts           the list of kinds
 *   schemas/stowage.json            one schema for files that mix kinds
 *   src/pipeline/parse/validators.js  Ajv's standalone validators (not kept in git)
 * --check fails when a kept file is not what it would make; --validators-only makes just the last.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { readSchemas } from './generate/schemas.mjs';
import { specFiles } from './generate/specs.mjs';
import { registryFile } from './generate/registry.mjs';
import { unionFile } from './generate/union.mjs';
import { validatorsSource } from './generate/validators.mjs';

const check = process.argv.includes('--check');
const schemas = readSchemas();

if (!process.argv.includes('--validators-only')) {
  const files = { ...(await specFiles(schemas)), ...registryFile(), ...unionFile(schemas) };
  const options = JSON.parse(readFileSync('.prettierrc.json', 'utf8'));
  const stale = [];
  for (const [file, source] of Object.entries(files)) {
    const text = await prettier.format(source, { ...options, filepath: file });
    if (read(file) === text) continue;
    stale.push(file);
    if (!check) {
      mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
      writeFileSync(file, text);
    }
  }
  if (check && stale.length > 0) {
    console.error(`out of date: ${stale.join(', ')}\nrun: npm run generate`);
    process.exit(1);
  }
}
if (!check) writeFileSync('src/pipeline/parse/validators.js', await validatorsSource(schemas));

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
