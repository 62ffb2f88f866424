import type { ErrorObject } from 'ajv';
import { nearestName } from '../../model/nearest-name.ts';
import { descriptionOf, escapePointer, nameOf, ownerOf, propertiesOf } from './schema-error.ts';
import type { Explanation } from './explanation.ts';
import { quoted, shown } from './shown.ts';

/** A field that the schema does not know. */
export function unknownField(error: ErrorObject): Explanation {
  const field = String(error.params.additionalProperty);
  const pointer = `${error.instancePath}/${escapePointer(field)}`;
  return {
    message: `${ownerOf(error)} has no field ${quoted(field)}`,
    hint: hintFor(field, error),
    pointer,
    at: pointer,
    part: 'key',
  };
}

function hintFor(written: string, error: ErrorObject): string | undefined {
  // A no-break space before a name looks like indentation, and is part of the name.
  const field = written.trim();
  if (/^\/[/*]/.test(field)) return 'comments begin with #';
  const properties = propertiesOf(error);
  // The default of a field may have been filled in since.
  const given = error.data as Readonly<Record<string, unknown>>;
  const free = Object.keys(properties).filter((name) => given[name] === properties[name]?.default);
  const near = nearestName(field, free);
  if (near) return `did you mean ${near}?`;
  const home = homeOf(field, properties);
  if (home) return `it belongs in ${home}: indent it below`;
  return free.length > 0 ? `known fields: ${Object.keys(properties).join(', ')}` : undefined;
}

/** A field that the schema asks for. */
export function missingField(error: ErrorObject): Explanation {
  const field = String(error.params.missingProperty);
  const description = propertiesOf(error)[field]?.description;
  const hint = description && `${field}: ${description.charAt(0).toLowerCase()}${description.slice(1)}`;
  return { message: `${ownerOf(error)} lacks "${field}"`, hint, part: 'key' };
}

/** The part of a manifest that has a field which stands beside it. */
function homeOf(field: string, { metadata, spec }: ReturnType<typeof propertiesOf>): string | undefined {
  if (metadata && /^(name|annotations|protect)$/.test(field)) return 'metadata';
  return Object.hasOwn(spec?.properties ?? {}, field) ? 'spec' : undefined;
}

/** Fields that exclude each other, or of which one is needed: `oneOf: [{required: [ip]}, {required: [pool]}]`. */
export function combination(error: ErrorObject): Explanation {
  const hint = descriptionOf(error);
  const fields = fieldsOf(error);
  if (fields.length < 2) {
    const given = typeof error.data === 'object' ? '' : `, and it is ${shown(error.data)}`;
    return { message: `${nameOf(error)} has none of the accepted forms${given}`, hint };
  }
  const present = fields.filter((field) => Object.hasOwn(error.data as object, field));
  const last = present.at(-1);
  const takes = `${ownerOf(error)} takes ${COUNTS[error.keyword] ?? 'one'} of ${fields.join(' and ')}`;
  if (!last) return { message: `${takes}, and here is none`, hint, part: 'key' };
  const at = `${error.instancePath}/${escapePointer(last)}`;
  return { message: `${takes}, and here are ${present.join(' and ')}`, hint, at, part: 'key' };
}

const COUNTS: Readonly<Record<string, string>> = {
  oneOf: 'exactly one',
  anyOf: 'at least one',
  not: 'only one',
};

function fieldsOf({ keyword, parentSchema }: ErrorObject): string[] {
  const schema = parentSchema?.[keyword] as { required?: string[] } | { required?: string[] }[] | undefined;
  const branches = [schema ?? []].flat();
  const fields = branches.flatMap(({ required }) => required ?? []);
  return branches.every(({ required }) => required) ? fields : [];
}
