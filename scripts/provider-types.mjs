import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import { PROVIDER_TYPES } from './provider-types/families.mjs';

const QUIET = { bannerComment: '', additionalProperties: false, format: false, ignoreMinAndMaxItems: true };

// Makes src/providers/<family>/api-types.ts of the vendors' documents, by hand: only what our clients use. With --check
// nothing is written, and it fails where a file is not what would be.
//   STOWAGE_SPEC_DIR=… node scripts/provider-types.mjs [--check] [family…]
const folder = process.env.STOWAGE_SPEC_DIR;
if (!folder) throw new Error('STOWAGE_SPEC_DIR does not say where the documents of the vendors are');

const isCheck = process.argv.includes('--check');
const asked = process.argv.slice(2).filter((word) => word !== '--check');
for (const [family, { document: file, types, keep }] of Object.entries(PROVIDER_TYPES)) {
  if (asked.length > 0 && !asked.includes(family)) continue;
  const document = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const path = `src/providers/${family}/api-types.ts`;
  const source = await typesOf(document, types, keep);
  const banner = `// Generated from ${file} by scripts/provider-types.mjs: what our client uses of it.\n\n`;
  const style = { ...(await resolveConfig(path)), parser: 'typescript' };
  const wanted = await format(banner + source, style);
  if (!isCheck) writeFileSync(path, wanted);
  else if (readFileSync(path, 'utf8') !== wanted) throw new Error(`${path} is not what ${file} says`);
}

/** An interface for each name; one that is found again inside another is referred to. */
async function typesOf(document, types, keep) {
  const named = new Map(
    Object.entries(types).map(([name, where]) => [name, prepared(document, schemaAt(document, where))]),
  );
  const parts = [];
  for (const [name, schema] of named) {
    const own = pruned(schema, keep[name]);
    parts.push(await compile(referring(own, name, named), name, QUIET));
  }
  return parts.join('\n');
}

/**
 * Where a type is: `POST /servers` is the body of that request, `GET /servers -> servers[]` the items of a field of its
 * answer, `GET /x ->` the whole answer, `#Name` a schema that the document names.
 */
function schemaAt(document, where) {
  if (where.startsWith('#')) return document.components.schemas[where.slice(1)];
  const [call, field] = where.split(/ ->\s*/);
  const [method, path] = call.split(' ');
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`the document has no ${call}`);
  if (field === undefined) return contentOf(document, operation.requestBody);
  const status = Object.keys(operation.responses).find((code) => code.startsWith('2'));
  let schema = contentOf(document, operation.responses[status]);
  for (const part of field.split('.').filter(Boolean)) {
    schema = resolved(document, schema).properties[part.replace('[]', '')];
    if (part.endsWith('[]')) schema = resolved(document, schema).items;
  }
  return schema;
}

function contentOf(document, holder) {
  return Object.values(resolved(document, holder).content)[0].schema;
}

function resolved(document, value) {
  if (!value.$ref) return value;
  const found = value.$ref
    .slice(2)
    .split('/')
    .reduce((node, part) => node[part], document);
  return resolved(document, found);
}

/** A schema without words, with `null` where OpenAPI says nullable, and everything in its place instead of references. */
function prepared(document, schema, within = []) {
  const {
    properties,
    items,
    additionalProperties,
    required,
    nullable,
    type,
    enum: values,
    ...rest
  } = resolved(document, schema);
  const inner = (part) => {
    if (part.$ref && within.includes(part.$ref)) return {};
    return prepared(document, part, part.$ref ? [...within, part.$ref] : within);
  };
  const lists = ['allOf', 'anyOf', 'oneOf'].filter((keyword) => rest[keyword]);
  return {
    ...(type && { type: nullable ? [type, 'null'] : type }),
    ...(values && { enum: nullable ? [...values, null] : values }),
    ...(required && { required }),
    ...(items && { items: inner(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: inner(additionalProperties) }),
    // An object of which the document says nothing else.
    ...(additionalProperties === true && !properties && { additionalProperties }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)])),
    }),
    ...Object.fromEntries(lists.map((keyword) => [keyword, rest[keyword].map(inner)])),
  };
}

/** Only these fields, where they are given: `a`, or `a.b` for those of a field. */
function pruned(schema, fields) {
  if (!fields) return schema;
  const below = (name) =>
    fields.filter((field) => field.startsWith(`${name}.`)).map((field) => field.slice(name.length + 1));
  const entries = Object.entries(schema.properties).flatMap(([name, part]) => {
    if (fields.includes(name)) return [[name, part]];
    const deeper = below(name);
    if (deeper.length === 0) return [];
    return [[name, part.items ? { ...part, items: pruned(part.items, deeper) } : pruned(part, deeper)]];
  });
  const properties = Object.fromEntries(entries);
  return { ...schema, properties, required: schema.required?.filter((name) => name in properties) };
}

/** The same schema, with the names of types where they stand in it; one that may be null as well. */
function referring(schema, own, named) {
  if (schema === null || typeof schema !== 'object') return schema;
  if (Array.isArray(schema)) return schema.map((part) => referring(part, own, named));
  for (const [name, other] of named) {
    if (name === own || !other.properties) continue;
    if (isDeepStrictEqual(schema, other)) return { tsType: name };
    if (isDeepStrictEqual(schema, { ...other, type: [other.type, 'null'] }))
      return { tsType: `${name} | null` };
  }
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, referring(part, own, named)]));
}
