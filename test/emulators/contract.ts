import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SchemaChecks } from './contract-schemas.ts';
import type { Schema } from './contract-schemas.ts';
import type { Call, Reply } from './vendor.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type PathItem = Readonly<Record<string, Operation>> & { readonly parameters?: readonly Parameter[] };

interface Document {
  readonly paths: Readonly<Record<string, PathItem>>;
}

/** How many exchanges this process has held against each vendor's document. */
export const CHECKED: Record<string, number> = {};

/** Holds requests and answers against a vendor's document. */
export interface Contract {
  /** What is wrong with an exchange, in sentences; nothing where it is as the document has it. */
  check(call: Call, reply: Reply): string[];
}

const OPENED = new Map<string, Contract>();

/** Opens the contract of a vendor, once; null where STOWAGE_SPEC_DIR does not say where the documents are. */
export function openContract(file: string): Contract | null {
  const folder = process.env['STOWAGE_SPEC_DIR'];
  if (!folder) return null;
  const opened = OPENED.get(file) ?? contractOf(file, join(folder, file));
  OPENED.set(file, opened);
  return opened;
}

function contractOf(file: string, path: string): Contract {
  const document = JSON.parse(readFileSync(path, 'utf8')) as Document;
  const schemas = new SchemaChecks(document);
  CHECKED[file] ??= 0;

  function check(call: Call, reply: Reply): string[] {
    CHECKED[file] = (CHECKED[file] ?? 0) + 1;
    const route = routeOf(document, call.path);
    const operation = route && schemas.resolved(route.item)[call.method.toLowerCase()];
    const where = `${call.method} ${call.path}`;
    // What the document does not know, the vendor does not know either.
    if (!route || !operation) {
      return reply.status === 404 || reply.status === 405 ? [] : [`${where}: no such operation`];
    }
    // A refusal may be of a request that is wrong; what was wrong with it is the test's affair.
    const asked = reply.status < 400 ? ofRequest(call, route, operation) : [];
    return [...asked, ...ofReply(reply, operation)].map((what) => `${where}: ${what}`);
  }

  function ofRequest(call: Call, { item, values }: Route, operation: Operation): string[] {
    const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
      schemas.resolved(one),
    );
    const faults: string[] = [];
    const query = new Map(all.flatMap((one) => (one.in === 'query' ? [[one.name, one] as const] : [])));
    for (const name of new Set(call.query.keys())) {
      const known = query.get(name);
      // IONOS describes its filters in words: any property, as `filter.<property>`.
      if (!known && !name.startsWith('filter.')) faults.push(`no such query parameter: ${name}`);
      else if (known?.schema) {
        const given = call.query.getAll(name);
        const list = schemas.resolved(known.schema)['type'] === 'array';
        faults.push(...schemas.ofText(`query ${name}`, known.schema, list ? given : given.at(-1)));
      }
    }
    for (const { name, required } of query.values()) {
      if (required && !call.query.has(name)) faults.push(`query parameter ${name} is missing`);
    }
    for (const one of all) {
      if (one.in === 'path' && one.schema)
        faults.push(...schemas.ofText(one.name, one.schema, values[one.name]));
    }
    return [...faults, ...ofBody(call, operation)];
  }

  function ofBody({ body, text, headers }: Call, { requestBody }: Operation): string[] {
    if (!requestBody) return text === '' ? [] : ['a body where none is wanted'];
    const { required = false, content } = schemas.resolved(requestBody);
    if (text === '') return required ? ['the body is missing'] : [];
    const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
    const wanted = content[type] ?? content['*/*'];
    if (!wanted) return [`a body of type '${type}', not ${Object.keys(content).join(' or ')}`];
    if (!wanted.schema) return [];
    if (!(body instanceof URLSearchParams)) return schemas.ofRequest(wanted.schema, body);
    const { properties = {} } = schemas.resolved(wanted.schema) as { properties?: Record<string, Schema> };
    const names = [...new Set(body.keys())];
    const isList = (name: string) => schemas.resolved(properties[name] ?? {})['type'] === 'array';
    const form = names.map((name) => [name, isList(name) ? body.getAll(name) : body.getAll(name).at(-1)]);
    return schemas.ofText('the form', wanted.schema, Object.fromEntries(form));
  }

  function ofReply({ status, body, headers }: Reply, { responses }: Operation): string[] {
    const known =
      responses[status] ??
      responses[`${String(status)[0]}xx`] ??
      responses[`${String(status)[0]}XX`] ??
      responses['default'];
    if (!known) return [`answers ${status}, which is not foreseen`];
    const { content = {} } = schemas.resolved(known);
    const type = headers?.['content-type'] ?? 'application/json';
    const schema = (content[type] ?? content['*/*'])?.schema;
    if (body === undefined) return schema && status < 300 ? [`answers ${status} without a body`] : [];
    if (!schema) return [`answers ${status} with a body of type ${type}, which is not foreseen`];
    return schemas.ofResponse(schema, body).map((what) => `answers ${status}: ${what}`);
  }

  return { check };
}

interface Route {
  readonly item: PathItem;
  readonly values: Readonly<Record<string, string>>;
}

/** The path of the document that a call is for: the one with the fewest variables that fits. */
function routeOf({ paths }: Document, path: string): Route | null {
  const given = path.split('/');
  let best: Route | null = null;
  for (const [pattern, item] of Object.entries(paths)) {
    const wanted = pattern.split('/');
    if (wanted.length !== given.length) continue;
    const values: Record<string, string> = {};
    const fits = wanted.every((part, at) => {
      if (!part.startsWith('{')) return part === given[at];
      values[part.slice(1, -1)] = decodeURIComponent(given[at] ?? '');
      return given[at] !== '';
    });
    if (fits && (!best || Object.keys(values).length < Object.keys(best.values).length))
      best = { item, values };
  }
  return best;
}
