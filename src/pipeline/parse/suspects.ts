import type { YAMLError } from 'yaml';
import type { Evidence, Suspect } from './evidence.ts';
import { span } from './evidence.ts';
import type { Fault } from './fault.ts';
import { firstVisible, lineEnd, lineStart } from './text-line.ts';
import { closedTooEarly, unclosed, wrongClose } from './unclosed.ts';

/** What people do, and the parser notices elsewhere or says otherwise. The first that fits is told. */
export const SUSPECTS: readonly Suspect[] = [
  template,
  tab,
  unclosed,
  wrongClose,
  deeperLine,
  shallowBlock,
  foreignLine,
  noSpaceAfterColon,
  closedTooEarly,
];

/** `{{ .Values.region }}`, `{% if %}`, `<%= %>` */
function template({ text, error }: Evidence): Fault | undefined {
  const start = lineStart(text, error.pos[0]);
  const found = /\{\{|\{%|<%/.exec(text.slice(start, Math.min(lineEnd(text, error.pos[0]), start + 1000)));
  if (!found) return undefined;
  const message = 'this is a template, and manifests are plain YAML';
  return span(start + found.index, 2, 'template', message, 'render it first, or write the value out');
}

function tab({ text, error, at }: Evidence): Fault | undefined {
  const tabAt = text.slice(lineStart(text, error.pos[0]), at).indexOf('\t');
  if (tabAt < 0 || text.slice(lineStart(text, at), at).trim() !== '') return undefined;
  return span(lineStart(text, at) + tabAt, 1, 'tab-as-indent', 'a tab cannot indent', 'indent with spaces');
}

/** A line indented below a field that already has a value reads as more of that value, until its colon. */
function deeperLine({ text, errors, error }: Evidence): Fault | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const key = errors.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0]);
  const line = key && lineStart(text, key.pos[1] - 1);
  if (!line || line <= error.pos[0]) return undefined;
  const at = firstVisible(text, line);
  const message = 'the line is indented deeper than the field above it, which has a value already';
  return span(at, lineEnd(text, at) - at, 'bad-indent', message, 'indent it as the fields beside it are');
}

/** The lines of a block of text that are not indented below the `|` are not part of it. */
function shallowBlock({ text, error, at }: Evidence): Fault | undefined {
  if (!lacksColon(error)) return undefined;
  const before = text.slice(Math.max(0, at - 200), lineStart(text, at)).trimEnd();
  if (!/: [|>][-+0-9]*$/.test(before)) return undefined;
  const message = 'the block of text is not indented below its field';
  return span(at, lineEnd(text, at) - at, 'bad-indent', message, 'indent every line of it');
}

/** `type:vps` */
function noSpaceAfterColon({ text, error, at }: Evidence): Fault | undefined {
  if (!lacksColon(error)) return undefined;
  const found = /^[\w.-]+:(?=[^\s/])/.exec(text.slice(at, Math.min(lineEnd(text, at), at + 1000)));
  if (!found) return undefined;
  const message = 'a space is missing after the colon';
  return span(at + found[0].length - 1, 1, 'missing-char', message, 'write it as field: value');
}

/** Lines as other languages and word processors write them. */
function foreignLine({ text, error, at }: Evidence): Fault | undefined {
  if (!lacksColon(error)) return undefined;
  const line = text.slice(at, Math.min(lineEnd(text, at), at + 10));
  const found = FOREIGN.find(({ begins }) => begins.test(line));
  return found && span(at, found.length, 'foreign-line', found.message, found.hint);
}

const FOREIGN = [
  { begins: /^\/[/*]/, length: 2, message: 'a comment does not begin like this', hint: 'begin it with #' },
  {
    begins: /^[–—•·*+]\s/,
    length: 1,
    message: 'a list item does not begin like this',
    hint: 'write it as - value',
  },
] as const;

function lacksColon({ code, message }: YAMLError): boolean {
  return code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys');
}
