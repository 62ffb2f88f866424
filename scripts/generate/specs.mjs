import { compile } from 'json-schema-to-typescript';

const QUIET = { bannerComment: '', additionalProperties: false, format: false, ignoreMinAndMaxItems: true };

/** One TypeScript file per kind, one for the shared definitions, one that lists them, one of facts. */
export async function specFiles({ shared, kinds }) {
  const files = { 'src/model/spec/definitions.ts': await sharedFile(shared) };
  for (const { slug, schema } of kinds) files[`src/model/spec/${slug}.ts`] = await kindFile(slug, schema);
  files['src/model/spec/spec-of.ts'] = specOfFile(kinds);
  files['src/model/spec/schema-facts.ts'] = factsFile(kinds, shared);
  return files;
}

const generatedFrom = (file) => `// Generated from schemas/${file} by \`npm run generate\`.\n\n`;

async function sharedFile({ definitions }) {
  const parts = [];
  for (const [name, definition] of Object.entries(definitions)) {
    parts.push(await compile(forTypes({ ...definition, title: name }, true), name, QUIET));
  }
  return generatedFrom('definitions.json') + parts.join('\n');
}

async function kindFile(slug, schema) {
  const used = new Set();
  const spec = forTypes({ ...schema.properties.spec, title: `${schema.title}Spec` }, true, used);
  spec.description ??= schema.description;
  const source = await compile(spec, `${schema.title}Spec`, QUIET);
  const imports =
    used.size > 0 ? `import type { ${[...used].sort().join(', ')} } from './definitions.ts';\n\n` : '';
  return generatedFrom(`${slug}.json`) + imports + source;
}

/**
 * Prepares a schema for the type generator: shared definitions become imports, a field with a default is
 * always there once the manifest was read, and only objects keep a title, as titles name types.
 */
function forTypes(schema, top = false, used = new Set()) {
  if (Array.isArray(schema)) return schema.map((item) => forTypes(item, false, used));
  if (schema === null || typeof schema !== 'object') return schema;
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').pop();
    used.add(name);
    return { description: schema.description, tsType: name };
  }
  const result = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (['default', 'examples'].includes(keyword) || keyword.startsWith('x-')) continue;
    // `oneOf: [{required: [a]}, …]` says which fields go together; the type keeps them all optional.
    if (['oneOf', 'anyOf', 'allOf'].includes(keyword) && value.every(({ required }) => required)) continue;
    if (['if', 'then', 'else', 'not'].includes(keyword)) continue;
    if (keyword === 'anyOf' && value.some((branch) => branch.enum)) continue;
    if (keyword === 'title' && !top && !schema.properties) continue;
    if (keyword === 'properties') {
      result.properties = Object.fromEntries(
        Object.entries(value).map(([name, property]) => [name, forTypes(property, false, used)]),
      );
    } else result[keyword] = forTypes(value, false, used);
  }
  if (schema.properties) {
    const defaulted = Object.entries(schema.properties).filter(([, property]) => 'default' in property);
    result.required = [...new Set([...(schema.required ?? []), ...defaulted.map(([name]) => name)])];
  }
  return result;
}

function specOfFile(kinds) {
  const imports = kinds.map(({ slug, schema }) => `import type { ${schema.title}Spec } from './${slug}.ts';`);
  const rows = kinds.map(({ schema }) => `  readonly ${schema.title}: ${schema.title}Spec;`);
  return `${generatedFrom('*.json')}${imports.join('\n')}

/** The spec of each kind. */
export interface SpecOf {
${rows.join('\n')}
}

export type KindName = keyof SpecOf;
`;
}

function factsFile(kinds, { definitions }) {
  const facts = Object.fromEntries(kinds.map(({ schema }) => [schema.title, factsOf(schema, definitions)]));
  return `${generatedFrom('*.json')}import type { SchemaFacts } from '../schema-facts.ts';
import type { KindName } from './spec-of.ts';

/** What the schemas say in their x- keywords. */
export const SCHEMA_FACTS: Readonly<Record<KindName, SchemaFacts>> = ${JSON.stringify(facts)};

/** The ways to refer to a secret, each with the pattern of its value. */
export const SECRET_FORMS: Readonly<Record<string, string>> = ${JSON.stringify(secretForms(definitions))};
`;
}

function factsOf(schema, definitions) {
  const references = [];
  const sets = [];
  const secrets = [];
  walk(schema, '', (node, pointer) => {
    if (node['x-ref']) {
      references.push({ pointer, kinds: [node['x-ref']].flat(), symmetric: node['x-symmetric'] === true });
    }
    if (node['x-set']) sets.push(pointer);
    const shape = definitions[node.$ref?.split('/').pop()] ?? node;
    if (shape['x-secret']) secrets.push(pointer);
  });
  return { group: schema['x-group'], references, key: schema['x-key'] ?? [], sets, secrets };
}

/** What each way to refer to a secret looks like, by its field. */
function secretForms({ SecretReference: { properties } }) {
  return Object.fromEntries(Object.entries(properties).map(([name, { pattern }]) => [name, pattern]));
}

function walk(node, pointer, visit) {
  if (node === null || typeof node !== 'object') return;
  visit(node, pointer);
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    walk(property, `${pointer}/${name}`, visit);
  }
  if (node.items) walk(node.items, `${pointer}/*`, visit);
  for (const branch of [...(node.oneOf ?? []), ...(node.anyOf ?? []), ...(node.allOf ?? [])]) {
    walk(branch, pointer, visit);
  }
}
