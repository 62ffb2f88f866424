import type { ErrorObject } from 'ajv';
import { descriptionOf, nameOf } from './schema-error.ts';
import type { Explanation, Written } from './explanation.ts';
import { bare, shown } from './shown.ts';

/** A value of another type than the schema takes. */
export function typeFault(error: ErrorObject, written: Written): Explanation {
  const { data, instancePath } = error;
  const types = [error.params.type as string | string[]].flat();
  const wanted = types.map((type) => TYPE_NAMES[type] ?? type).join(' or ');
  // `1.10` is read as 1.1, which is not what the person sees.
  const text = isScalar(data) ? bare(written(instancePath)) || String(data) : '';
  const message = `${nameOf(error)} must be ${wanted}, and it is ${text || shown(data)}`;
  return { message, hint: hintFor(types[0] ?? '', data, text) ?? descriptionOf(error) };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping',
  array: 'a list',
};

/** Says how to write what was probably meant. */
function hintFor(wanted: string, data: unknown, text: string): string | undefined {
  if (wanted === 'string' && text !== '') return `quote it: "${text}"`;
  if (wanted === 'object' && data === null) return 'indent its fields below it, or remove it';
  if (typeof data !== 'string') return undefined;
  const number = data.replaceAll(/(?<=\d)[_, ](?=\d{3})/g, '');
  if (/^(number|integer)$/.test(wanted) && /^-?\d+(\.\d+)?$/.test(number))
    return `write it without quotes: ${number}`;
  if (wanted === 'boolean') return BOOLEANS[data.toLowerCase()];
  if (wanted !== 'array') return undefined;
  if (/^[-–—•]/.test(data)) return 'begin each item with a hyphen and a space';
  return /^[\w.-]{1,40}$/.test(data) ? `put it in brackets: [${data}]` : 'write a list: [a, b]';
}

const BOOLEANS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['true', 'yes', 'on', 'y'].map((word) => [word, 'write true, without quotes'])),
  ...Object.fromEntries(['false', 'no', 'off', 'n'].map((word) => [word, 'write false, without quotes'])),
};

function isScalar(data: unknown): boolean {
  return typeof data === 'number' || typeof data === 'boolean';
}
