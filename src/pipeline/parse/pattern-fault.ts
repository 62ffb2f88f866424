import type { ErrorObject } from 'ajv';
import type { Explanation } from './explanation.ts';
import { descriptionOf, nameOf } from './schema-error.ts';
import { shown } from './shown.ts';

/** Text that is not written as the schema wants it. */
export function patternFault(error: ErrorObject): Explanation {
  const description = descriptionOf(error);
  const fitting = wellFormed(String(error.data), new RegExp(String(error.params.pattern), 'u'));
  const message = `${nameOf(error)} is not well-formed, and it is ${shown(error.data)}`;
  if (fitting) return { message, hint: `did you mean ${fitting}?` };
  return {
    message,
    hint: [lookAlike(String(error.data)), description].filter(Boolean).join('; ') || undefined,
  };
}

/** Letters of other alphabets may look just like ours. */
function lookAlike(text: string): string | undefined {
  const found = /[^\u0020-\u007e]/u.exec(text)?.[0].codePointAt(0);
  return found === undefined ? undefined : `it holds U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `Web_01` and `Compute/web-01` for `web-01`. */
function wellFormed(text: string, pattern: RegExp): string | undefined {
  const name = text
    .replace(/^[A-Za-z]+\//, '')
    .toLowerCase()
    .replace(/[_ ]/g, '-');
  return pattern.test(name) ? name : undefined;
}
