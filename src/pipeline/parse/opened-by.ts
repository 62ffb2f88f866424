import type { CST } from 'yaml';
import { walkTokens } from './walk-tokens.ts';

/** A quote or bracket that nothing closes, from where it opens. */
export interface Opened {
  readonly start: number;
  readonly mark: string;
}

/** Finds the quote or bracket whose missing end the parser noticed at some offset. */
export function openedBy(tokens: CST.Document, offset: number): Opened | undefined {
  let found: Opened | undefined;
  walkTokens(tokens, (token) => {
    if (token.offset > offset) return true;
    if (token.type === 'flow-collection' && !isClosed(token))
      found = { start: token.offset, mark: token.start.source };
    if (isQuoted(token) && token.offset + token.source.length >= offset) {
      found = { start: token.offset, mark: token.source.charAt(0) };
    }
    return false;
  });
  return found;
}

/** Finds the quote that closes right before an offset. */
export function quoteClosedAt(tokens: CST.Document, offset: number): string | undefined {
  let mark: string | undefined;
  walkTokens(tokens, (token) => {
    if (isQuoted(token) && token.offset + token.source.length === offset) mark = token.source.charAt(0);
    return token.offset > offset;
  });
  return mark;
}

function isQuoted(token: CST.Token): token is CST.FlowScalar {
  return token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar';
}

function isClosed({ start, end }: CST.FlowCollection): boolean {
  return end[0]?.source === (start.type === 'flow-map-start' ? '}' : ']');
}
