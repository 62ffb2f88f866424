import type { SecretReference } from './spec/definitions.ts';
import { SECRET_FORMS } from './spec/schema-facts.ts';

/** Tells whether a value refers to a secret in one of the ways that the schema knows; anything else may be one. */
export function isSecretReference(value: unknown): value is SecretReference {
  if (typeof value !== 'object' || value === null) return false;
  const [[form, place] = ['', undefined], ...more] = Object.entries(value) as [string, unknown][];
  const pattern = Object.hasOwn(SECRET_FORMS, form) ? SECRET_FORMS[form] : undefined;
  if (pattern === undefined || more.length > 0) return false;
  return typeof place === 'string' && new RegExp(pattern, 'u').test(place);
}
