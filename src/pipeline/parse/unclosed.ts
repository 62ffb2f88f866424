import type { Evidence } from './evidence.ts';
import { span } from './evidence.ts';
import type { Fault } from './fault.ts';
import { openedBy, quoteClosedAt } from './opened-by.ts';
import { lineStart } from './text-line.ts';

/** The parser notices the missing end of a quote or bracket lines after it opens. */
export function unclosed({ text, tokens, error }: Evidence): Fault | undefined {
  if (!/^Missing closing|end with a/.test(error.message)) return undefined;
  const opened = tokens && openedBy(tokens, error.pos[0]);
  if (!opened || /[\]}]/.test(text.charAt(error.pos[0]))) return undefined;
  const { start, mark } = opened;
  const hint = /["']/.test(mark)
    ? `end the value with ${mark}`
    : `close it with ${CLOSES[mark]}, and indent every line inside`;
  return span(start, 1, 'unclosed', `the ${mark} that opens here is not closed`, hint);
}

const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** `[a, b}` */
export function wrongClose({ text, tokens, error }: Evidence): Fault | undefined {
  const mark = text.charAt(error.pos[0]);
  const opened = /end with a/.test(error.message) ? tokens && openedBy(tokens, error.pos[0]) : undefined;
  if (!opened || !/[\]}]/.test(mark)) return undefined;
  const message = `the ${mark} does not close the ${opened.mark} before it`;
  return span(error.pos[0], 1, 'unclosed', message, `write ${CLOSES[opened.mark]}`);
}

/** `'it's'` */
export function closedTooEarly({ text, tokens, error, at }: Evidence): Fault | undefined {
  if (!error.message.endsWith('at node end')) return undefined;
  const start = lineStart(text, at);
  const end = start + text.slice(start, at).trimEnd().length;
  const mark = tokens && quoteClosedAt(tokens, end);
  if (!mark && at > start) return undefined;
  if (!mark) {
    const message = 'more follows after the end of the manifest';
    return span(at, 1, 'unexpected-token', message, 'put a line --- between two manifests');
  }
  const hint =
    mark === "'"
      ? "write '' for an apostrophe inside single quotes"
      : 'write \\" for a quote inside double quotes';
  return span(at, 1, 'unexpected-token', `the value ends at the ${mark} before this`, hint);
}
