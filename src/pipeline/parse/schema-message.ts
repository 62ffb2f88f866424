import type { ErrorObject } from 'ajv';
import { nearestName } from '../../model/nearest-name.ts';

/** How a schema's refusal reads, and where it points. */
export interface SchemaMessage {
  readonly message: string;
  readonly hint?: string;
  readonly pointer: string;
  readonly part: 'key' | 'value';
}

type Explain = (error: ErrorObject) => Partial<SchemaMessage> & { message: string };

/** Turns one of Ajv's errors into a sentence. Needs Ajv's `verbose`. */
export function schemaMessage(error: ErrorObject): SchemaMessage {
  const explain = EXPLANATIONS[error.keyword];
  const described = explain?.(error) ?? { message: `${nameOf(error)} ${error.message ?? 'is not valid'}` };
  return { pointer: error.instancePath, part: 'value', ...described };
}

const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  additionalProperties(error) {
    const field = String(error.params.additionalProperty);
    const known = Object.keys(propertiesOf(error));
    const near = nearestName(field, known);
    return {
      message: `unknown field "${field}"`,
      hint: near ? `did you mean ${near}?` : known.length > 0 ? `known fields: ${known.join(', ')}` : undefined,
      pointer: `${error.instancePath}/${escapePointer(field)}`,
      part: 'key',
    };
  },
  required(error) {
    const field = String(error.params.missingProperty);
    const description = propertiesOf(error)[field]?.description;
    return {
      message: `${ownerOf(error)} lacks "${field}"`,
      hint: description && `${field}: ${lowerFirst(description)}`,
      part: 'key',
    };
  },
  type(error) {
    const wanted = [error.params.type].flat().map((type) => TYPE_NAMES[String(type)] ?? String(type)).join(' or ');
    const scalar = ['number', 'boolean'].includes(typeof error.data);
    return {
      message: `${nameOf(error)} must be ${wanted}, and it is ${describe(error.data)}`,
      hint: scalar && wanted === 'text' ? `quote it: "${String(error.data)}"` : undefined,
    };
  },
  enum(error) {
    const allowed = (error.params.allowedValues as unknown[]).map(String);
    const near = typeof error.data === 'string' ? nearestName(error.data, allowed) : undefined;
    return {
      message: `${nameOf(error)} must be one of ${allowed.join(', ')}, and it is ${describe(error.data)}`,
      hint: near && `did you mean ${near}?`,
    };
  },
  const: (error) => ({
    message: `${nameOf(error)} must be ${String(error.params.allowedValue)}, and it is ${describe(error.data)}`,
  }),
  pattern: (error) => ({
    message: `${nameOf(error)} is not well-formed: ${describe(error.data)}`,
    hint: descriptionOf(error),
  }),
  format: (error) => ({ message: `${nameOf(error)} must be a ${String(error.params.format)}, and it is ${describe(error.data)}` }),
  minimum: (error) => ({ message: `${nameOf(error)} must be at least ${String(error.params.limit)}, and it is ${describe(error.data)}` }),
  maximum: (error) => ({ message: `${nameOf(error)} must be at most ${String(error.params.limit)}, and it is ${describe(error.data)}` }),
  exclusiveMinimum: (error) => ({
    message: `${nameOf(error)} must be more than ${String(error.params.limit)}, and it is ${describe(error.data)}`,
  }),
  minItems: (error) => ({ message: `${nameOf(error)} must have at least ${String(error.params.limit)} entries` }),
  minLength: (error) => ({ message: `${nameOf(error)} must not be empty` }),
  maxLength: (error) => ({ message: `${nameOf(error)} must have at most ${String(error.params.limit)} characters` }),
  uniqueItems: (error) => ({ message: `${nameOf(error)} names the same entry twice: ${String(error.params.j)} and ${String(error.params.i)}` }),
  minProperties: (error) => ({ message: `${nameOf(error)} is empty`, hint: descriptionOf(error) }),
  maxProperties: (error) => ({
    message: `${nameOf(error)} takes one field, and here are ${Object.keys(error.data as object).join(' and ')}`,
    hint: descriptionOf(error),
  }),
  not: (error) => ({ message: `${ownerOf(error)} combines fields that exclude each other`, hint: descriptionOf(error) }),
  oneOf: (error) => alternatives(error, 'exactly one'),
  anyOf: (error) => alternatives(error, 'at least one'),
};

/** `oneOf: [{required: [ip]}, {required: [pool]}]` says that exactly one of two fields is given. */
function alternatives(error: ErrorObject, count: string): { message: string; hint?: string } {
  const branches = (error.parentSchema?.[error.keyword] ?? []) as { required?: string[]; type?: string }[];
  const fields = branches.flatMap(({ required }) => required ?? []);
  const hint = descriptionOf(error);
  if (fields.length < 2 || fields.length !== branches.length) {
    const given = typeof error.data === 'object' ? '' : `, and it is ${describe(error.data)}`;
    return { message: `${nameOf(error)} has none of the accepted forms${given}`, hint };
  }
  const data = (error.data ?? {}) as Record<string, unknown>;
  const present = fields.filter((field) => field in data);
  const found = present.length > 1 ? `and here are ${present.join(' and ')}` : 'and here is none';
  return { message: `${ownerOf(error)} takes ${count} of ${fields.join(', ')}, ${found}`, hint };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping',
  array: 'a list',
};

function propertiesOf(error: ErrorObject): Record<string, { description?: string }> {
  return (error.parentSchema?.properties ?? {}) as Record<string, { description?: string }>;
}

/** The last name of a pointer, with the list it stands in where that is a number. */
function nameOf({ instancePath }: ErrorObject): string {
  const names = instancePath.split('/').slice(1);
  const last = names.pop() ?? 'the manifest';
  return /^\d+$/.test(last) && names.length > 0 ? `${names.pop()}[${last}]` : last.replaceAll('~1', '/').replaceAll('~0', '~');
}

function descriptionOf(error: ErrorObject): string | undefined {
  return error.parentSchema?.description as string | undefined;
}

function ownerOf(error: ErrorObject): string {
  return error.instancePath === '' ? 'the manifest' : nameOf(error);
}

function describe(data: unknown): string {
  if (data === null) return 'empty';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'a mapping';
  const text = JSON.stringify(data) ?? String(data);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
