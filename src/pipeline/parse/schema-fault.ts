import type { ErrorObject } from 'ajv';
import { enumFault } from './enum-fault.ts';
import type { Explanation, SchemaFault, Written } from './explanation.ts';
import { combination, missingField, unknownField } from './field-faults.ts';
import { patternFault } from './pattern-fault.ts';
import { descriptionOf, nameOf } from './schema-error.ts';
import { shown } from './shown.ts';
import { typeFault } from './type-fault.ts';

/** Turns one of Ajv's errors into a sentence. Needs Ajv's `verbose`. */
export function schemaFault(error: ErrorObject, written: Written): SchemaFault {
  const { keyword, instancePath: pointer } = error;
  const explain = EXPLANATIONS[keyword];
  const explanation = explain?.(error, written) ?? {
    message: `${nameOf(error)} ${error.message ?? 'is not valid'}`,
  };
  return { keyword, pointer, at: pointer, part: 'value', ...explanation };
}

const EXPLANATIONS: Readonly<Record<string, (error: ErrorObject, written: Written) => Explanation>> = {
  additionalProperties: unknownField,
  required: missingField,
  oneOf: combination,
  anyOf: combination,
  not: combination,
  type: typeFault,
  enum: enumFault,
  const: (error) => isNot(error, `must be ${String(error.params.allowedValue)}`),
  pattern: patternFault,
  format: (error) => isNot(error, `must be a ${String(error.params.format)}`),
  minimum: (error) => isNot(error, `must be at least ${limitOf(error)}`),
  maximum: (error) => isNot(error, `must be at most ${limitOf(error)}`),
  exclusiveMinimum: (error) => isNot(error, `must be more than ${limitOf(error)}`),
  minItems: (error) => says(error, `needs at least ${counted(error, 'entry', 'entries')}`),
  minLength: (error) => says(error, `needs at least ${counted(error, 'character', 'characters')}`),
  maxLength: (error) =>
    says(
      error,
      `takes at most ${counted(error, 'character', 'characters')}, and has ${[...(error.data as string)].length}`,
    ),
};

function isNot(error: ErrorObject, what: string): Explanation {
  return says(error, `${what}, and it is ${shown(error.data)}`);
}

function says(error: ErrorObject, what: string): Explanation {
  return { message: `${nameOf(error)} ${what}`, hint: descriptionOf(error) };
}

function limitOf({ params }: ErrorObject): string {
  return String(params.limit);
}

function counted(error: ErrorObject, one: string, many: string): string {
  const limit = limitOf(error);
  return `${limit} ${limit === '1' ? one : many}`;
}
