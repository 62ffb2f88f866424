import type { CST, Document, YAMLError } from 'yaml';
import type { Fault } from './fault.ts';
import { bare } from './shown.ts';
import { SUSPECTS } from './suspects.ts';
import { sentenceFor } from './syntax-sentences.ts';
import { firstVisible, lineEnd } from './text-line.ts';

/** Names the one mistake from which a document's syntax errors follow; undefined where there is none. */
export function syntaxFault(
  text: string,
  document: Document.Parsed,
  tokens?: CST.Document,
): Fault | undefined {
  const [any, ...others] = document.errors;
  if (!any) return undefined;
  const error = others.reduce((first, other) => (isBefore(other, first) ? other : first), any);
  const evidence = { text, tokens, errors: document.errors, error, at: firstVisible(text, error.pos[0]) };
  for (const suspect of SUSPECTS) {
    const fault = suspect(evidence);
    if (fault) return fault;
  }
  return plainly(text, error);
}

/** Says what the parser would read otherwise than it is written, such as a value with a tag it does not know. */
export function syntaxWarnings(text: string, document: Document.Parsed): Fault[] {
  // A closing bracket under the name of its field is seen everywhere, and clear.
  const warnings = document.warnings.filter(({ code }) => code !== 'BAD_INDENT');
  return warnings.slice(0, MAX_WARNINGS).map((warning) => {
    const [start, end] = warning.pos;
    if (warning.code !== 'TAG_RESOLVE_FAILED') return plainly(text, warning);
    const message = `the tag ${bare(text.slice(start, end))} means nothing in a manifest`;
    const hint = 'remove it, or quote the value if it is text';
    return { start, end, code: 'tag', message, hint };
  });
}

const MAX_WARNINGS = 50;

function isBefore(a: YAMLError, b: YAMLError): boolean {
  return a.pos[0] < b.pos[0] || (a.pos[0] === b.pos[0] && a.code === 'BAD_SCALAR_START');
}

/** Says what the table has for an error, at the first character a person can see there. */
function plainly(text: string, error: YAMLError): Fault {
  const start = firstVisible(text, error.pos[0]);
  const end = Math.max(start + 1, Math.min(error.pos[1], lineEnd(text, start)));
  const code = error.code.toLowerCase().replaceAll('_', '-');
  return { start, end, code, ...sentenceFor(error, text.slice(start, start + 1)) };
}
