import type { ErrorObject } from 'ajv';
import { SECRET_FORMS } from '../../model/spec/schema-facts.ts';
import type { Explanation, SchemaFault } from './explanation.ts';
import { descriptionOf, escapePointer, nameOf } from './schema-error.ts';
import { quoted } from './shown.ts';

/** Tells whether an error is about a field that refers to a secret; `*` in a pointer stands for any element. */
export function isInSecret({ instancePath }: ErrorObject, pointers: readonly string[]): boolean {
  return pointers.some((pointer) => {
    const names = pointer.split('/');
    const found = instancePath.split('/').slice(0, names.length);
    return found.length === names.length && names.every((name, at) => name === '*' || name === found[at]);
  });
}

/**
 * What is wrong where a secret is referred to. It repeats nothing that stands there, neither values nor names of fields
 * that the schema does not know: by mistake they may be the secret itself.
 */
export function secretFault(error: ErrorObject): SchemaFault {
  const { keyword, instancePath: pointer } = error;
  const explain = EXPLANATIONS[keyword] ?? ((): Explanation => says(error, 'is not well-formed'));
  return { keyword, pointer, at: pointer, part: 'value', ...explain(error) };
}

const FORMS = Object.keys(SECRET_FORMS);

const EXPLANATIONS: Readonly<Record<string, (error: ErrorObject) => Explanation>> = {
  type: (error) =>
    says(
      error,
      `must be ${error.params.type === 'object' ? 'a mapping' : 'text'}, and it is ${sortOf(error.data)}`,
    ),
  minProperties: (error) => says(error, 'is empty'),
  maxProperties: (error) => {
    const fields = Object.keys(error.data as object);
    const known = fields.every((name) => FORMS.includes(name));
    const found = known ? fields.map((name) => quoted(name)).join(' and ') : String(fields.length);
    return {
      ...says(error, `takes only 1 field, and here are ${found}`),
      at: `${error.instancePath}/${escapePointer(fields[1] ?? '')}`,
      part: 'key',
    };
  },
  additionalProperties: (error) => ({
    ...says(error, `has a field that is none of ${FORMS.join(', ')}`),
    at: `${error.instancePath}/${escapePointer(String(error.params.additionalProperty))}`,
    part: 'key',
  }),
};

function says(error: ErrorObject, what: string): Explanation {
  return { message: `${nameOf(error)} ${what}`, hint: descriptionOf(error) };
}

function sortOf(data: unknown): string {
  if (data === null) return 'empty';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a mapping' : typeof data === 'string' ? 'text' : `a ${typeof data}`;
}
