import type { CST } from 'yaml';
import type { Fault } from './fault.ts';
import { walkTokens } from './walk-tokens.ts';

/** Nobody nests a manifest deeper, and what is deeper exhausts the stack sooner or later. */
export const MAX_DEPTH = 64;
/** The longest value, in UTF-16 code units: thirty times what a cloud takes as user data. */
const MAX_LENGTH = 1024 * 1024;

/** Finds what in a document is too deep or too long to be made into a value, before that is tried. */
export function overLimit(document: CST.Document): Fault | undefined {
  let found: Fault | undefined;
  walkTokens(document, (token, depth) => {
    const limit =
      'items' in token
        ? depth > MAX_DEPTH && TOO_DEEP
        : 'source' in token && token.source.length > MAX_LENGTH && TOO_LONG;
    if (!limit) return false;
    found = { start: token.offset, end: token.offset + 1, ...limit };
    return true;
  });
  return found;
}

export const TOO_DEEP = {
  code: 'too-deep',
  message: `values are nested deeper than ${MAX_DEPTH} levels`,
  hint: 'flatten the structure',
};

const TOO_LONG = {
  code: 'too-large',
  message: 'the value is longer than 1 MB',
  hint: 'keep it elsewhere, and refer to it',
};
