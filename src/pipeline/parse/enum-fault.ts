import type { ErrorObject } from 'ajv';
import { nearestName } from '../../model/nearest-name.ts';
import { nameOf } from './schema-error.ts';
import type { Explanation } from './explanation.ts';
import { shown } from './shown.ts';

/** A value that is none of those the schema lists. */
export function enumFault(error: ErrorObject): Explanation {
  const allowed = (error.params.allowedValues as unknown[]).map(String);
  const near = typeof error.data === 'string' ? nearestName(error.data, allowed) : undefined;
  return {
    message: `${nameOf(error)} must be one of ${allowed.join(', ')}, and it is ${shown(error.data)}`,
    hint: near && `did you mean ${near}?`,
  };
}
