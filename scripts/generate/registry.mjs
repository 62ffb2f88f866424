import { existsSync, readdirSync } from 'node:fs';

/** The list of kinds: every folder of src/kinds that declares one. */
export function registryFile() {
  const slugs = readdirSync('src/kinds')
    .filter((slug) => existsSync(`src/kinds/${slug}/index.ts`))
    .sort();
  const variable = (slug) => slug.replace(/-(.)/g, (_match, letter) => letter.toUpperCase());
  const source = `// Generated from the folders beside it by \`npm run generate\`.

import type { Kind } from './kind.ts';
import type { KindName } from '../model/spec/spec-of.ts';
${slugs.map((slug) => `import { ${variable(slug)} } from './${slug}/index.ts';`).join('\n')}

/** Every kind that can be declared. */
export const KINDS: { readonly [K in KindName]: Kind<K> } = {
${slugs.map((slug) => `  [${variable(slug)}.name]: ${variable(slug)},`).join('\n')}
};
`;
  return { 'src/kinds/registry.ts': source };
}
