import { readdirSync, readFileSync } from 'node:fs';

const NOT_A_KIND = new Set(['definitions.json', 'stowage.json']);

/** Reads schemas/: the shared definitions, and each kind's schema by its file name without `.json`. */
export function readSchemas() {
  const load = (file) => JSON.parse(readFileSync(`schemas/${file}`, 'utf8'));
  const kinds = readdirSync('schemas')
    .filter((file) => file.endsWith('.json') && !NOT_A_KIND.has(file))
    .sort()
    .map((file) => ({ slug: file.replace('.json', ''), schema: load(file) }));
  return { shared: load('definitions.json'), kinds };
}
