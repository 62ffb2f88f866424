import type { ErrorObject } from 'ajv';
import { nearestName } from '../../model/nearest-name.ts';
import { nameOf } from './schema-error.ts';
import type { Explanation } from './explanation.ts';
import { shown } from './shown.ts';

/** A value that is none of those the schema lists. */
export function enumFault(error: ErrorObject): Explanation {
  const allowed = (error.params.allowedValues as unknown[]).map(String);
  const near = typeof error.data === 'string' ? meantBy(error.data, allowed) : undefined;
  return {
    message: `${nameOf(error)} must be one of ${allowed.join(', ')}, and it is ${shown(error.data)}`,
    hint: near && `did you mean ${near}?`,
  };
}

/** Of so many letters, a beginning tells what was meant. */
const ENOUGH = 3;

/** The nearest value, or the only one that begins like the text: `maint` is short for `maintenance`. */
function meantBy(text: string, allowed: readonly string[]): string | undefined {
  const beginning = text.toLowerCase();
  const longer = text.length < ENOUGH ? [] : allowed.filter((value) => value.startsWith(beginning));
  return longer.length === 1 ? longer[0] : nearestName(text, allowed);
}
