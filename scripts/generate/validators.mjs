import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { createHash } from 'node:crypto';

const KEYWORDS = ['x-ref', 'x-symmetric', 'x-key', 'x-set', 'x-secret', 'x-group'];

/** The source of a module with one validator per kind, and a digest of the schemas they enforce. */
export async function validatorsSource({ shared, kinds }) {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    useDefaults: true,
    ownProperties: true,
    verbose: true,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv);
  for (const keyword of KEYWORDS) ajv.addKeyword({ keyword, schemaType: ['string', 'array', 'boolean'] });
  ajv.addSchema(shared, 'definitions.json');
  for (const { schema } of kinds) ajv.addSchema(schema, schema.title);
  const code = standaloneCode.default(
    ajv,
    Object.fromEntries(kinds.map(({ schema }) => [schema.title, schema.title])),
  );
  const digest = createHash('sha256').update(JSON.stringify({ shared, kinds })).digest('hex').slice(0, 16);
  const names = kinds.map(({ schema }) => schema.title).join(', ');
  // The standalone code still calls `require` for Ajv's runtime and the formats; bundling resolves it.
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${names} } from 'validators';
        export const VALIDATORS = { ${names} };
        export const SCHEMAS_DIGEST = ${JSON.stringify(digest)};`,
      resolveDir: '.',
    },
    plugins: [inMemory('validators', code)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    // Nobody reads this file, and every run has to parse it.
    minify: true,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

function inMemory(name, contents) {
  return {
    name,
    setup(builder) {
      builder.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      builder.onLoad({ filter: /.*/, namespace: name }, () => ({ contents, resolveDir: '.' }));
    },
  };
}
