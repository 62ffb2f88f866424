import type { Scalar } from 'yaml';
import type { Unplaced } from './fault.ts';
import { forbiddenInValue } from './forbidden-character.ts';
import { bare } from './shown.ts';

/** What is wrong with a scalar, whatever field it is the value of. */
export function scalarFault({ value, source, type }: Scalar): Unplaced | undefined {
  if (typeof value === 'string') {
    // Only escape sequences hide what a look at the text would have found.
    if (type !== 'QUOTE_DOUBLE') return undefined;
    const name = forbiddenInValue(value);
    return name
      ? { code: 'control-character', message: `the value holds the character ${name}`, hint: 'remove it' }
      : undefined;
  }
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return undefined;
  const written = bare(source ?? String(value));
  if (!Number.isFinite(value)) {
    return {
      code: 'number',
      message: `${written} is no number that can be counted with`,
      hint: 'write a finite number',
    };
  }
  if (!Number.isInteger(value)) return undefined;
  return {
    code: 'number',
    message: `${written} is too large to be kept exactly`,
    hint: `quote it if it is text: "${written}"`,
  };
}
