import { isSecretReference } from '../../model/is-secret-reference.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { SCHEMA_FACTS, SECRET_FORMS } from '../../model/spec/schema-facts.ts';
import { lineEnd, lineStart } from './text-line.ts';

/** Offsets into a text. */
type Stretch = readonly [start: number, end: number];

/**
 * The stretches of a file in which a secret may stand: values of fields that refer to one, or whose name says the like,
 * unless they are a well-formed reference; and what stands before the host in an address. It looks at lines and not
 * at YAML, as it is wanted most where the file is broken. What it takes too much is merely not shown.
 */
export function secretStretches(text: string): readonly Stretch[] {
  if (latest?.text === text) return latest.stretches;
  const found: Stretch[] = [];
  let done = 0;
  for (const match of text.matchAll(FIELD)) {
    const start = match.index + match[0].length;
    if (start < done || !isSecretName(match[2] ?? match[3] ?? '')) continue;
    const [from, to] = valueAfter(text, match.index, start);
    if (to > from) found.push([from, to]);
    done = Math.max(done, to);
  }
  for (const match of text.matchAll(USER)) found.push([match.index, match.index + match[0].length]);
  latest = { text, stretches: found };
  return found;
}

/** Tells whether a secret may stand in part of a stretch. */
export function overlapsSecret(text: string, start: number, end: number): boolean {
  return secretStretches(text).some(([from, to]) => start < to && end > from);
}

/** The text looked at last: all that is wrong with a file asks about the same one. */
let latest: { readonly text: string; readonly stretches: readonly Stretch[] } | undefined;

/** A field with its colon, `"field":` in flow style, or the explicit `? field`. */
const FIELD =
  /(?<![\w.-])(?:(["']?)([A-Za-z_][\w-]*)\1[ \t]*:(?=[\s"'{[]|$)|\?[ \t]+["']?([A-Za-z_][\w-]*)["']?[ \t]*$)/gm;

/** `user:password` in `https://user:password@host`. */
const USER = /(?<=:\/\/)[^\s/@]+(?=@)/g;

/** Names that say that their value is nobody's business, in any manifest. */
const TELLING = /(credentials?|tokens?|pass(word|wd|phrase)?|secrets?|(api|private|access)[-_]?keys?)$/i;
const FIELDS = Object.values(SCHEMA_FACTS).flatMap(({ secrets }) =>
  secrets.map((pointer) => pointer.split('/').at(-1) ?? ''),
);

/** A misspelt field holds the same secret. */
function isSecretName(name: string): boolean {
  return TELLING.test(name) || nearestName(name, FIELDS) !== undefined;
}

const FORM = Object.keys(SECRET_FORMS).join('|');
const FLOW = new RegExp(`^\\s*\\{\\s*["']?(${FORM})["']?\\s*:\\s*(["']?)([^\\s"'{},#]+)\\2\\s*\\}`);
const BLOCK = new RegExp(`^\\s*["']?(${FORM})["']?\\s*:\\s*(["']?)([^\\s"'{},#]+)\\2\\s*$`);

/** What belongs to a field's value, without the reference that it may be. */
function valueAfter(text: string, field: number, start: number): Stretch {
  const flow = FLOW.exec(text.slice(start, start + 1_000));
  if (isReference(flow)) {
    const after = start + (flow?.[0].length ?? 0);
    const rest = text.slice(after, lineEnd(text, after));
    // A remark beside a reference may tell what it stands for.
    return /^[\s,}\]]*#/.test(rest) ? [after, lineEnd(text, after)] : [after, after];
  }
  const end = endOfValue(text, field, start);
  if (isReference(BLOCK.exec(text.slice(start, end)))) return [end, end];
  return [start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0), end];
}

function isReference(match: RegExpExecArray | null): boolean {
  return match !== null && isSecretReference({ [match[1] ?? '']: match[3] });
}

/** The end of the last line that is indented below the field, or that is no line of its own. */
function endOfValue(text: string, field: number, start: number): number {
  const before = text.slice(lineStart(text, field), field);
  const own = /^\s*(- +|\? +)*$/.test(before) ? before.length : (/^\s*/.exec(before)?.[0].length ?? 0);
  let end = lineEnd(text, start);
  for (let at = end; at < text.length;) {
    const from = text.indexOf('\n', at) + 1;
    if (from === 0) break;
    at = lineEnd(text, from);
    const line = text.slice(from, Math.min(at, from + 1_000));
    const content = line.trimStart();
    if (content === '') continue;
    const indent = line.length - content.length;
    const item = indent === own && /^-(\s|$)/.test(content);
    if (indent <= own && !item && STRUCTURE.test(content)) break;
    end = at;
  }
  return end;
}

/** How a line begins that is no continuation of the one above it. */
const STRUCTURE = /^(---|\.\.\.|#|-(\s|$)|\?\s|<<:|["']?[\w$][\w$./ -]*["']?\s*:(\s|$))/;
