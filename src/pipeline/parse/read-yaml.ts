import type { Document } from 'yaml';
import { isAlias, isCollection, isPair, isScalar, visit } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { InputFile } from '../../model/input-file.ts';
import { MAX_FILE_BYTES } from '../../model/input-file.ts';
import type { Source } from '../../model/source.ts';
import { decodeText } from './decode-text.ts';
import { deepestBracket } from './deepest-bracket.ts';
import { rangeOf } from './locate.ts';
import { sourcesOf } from './source-of.ts';
import type { YamlFile } from './yaml-documents.ts';
import { yamlCode, yamlDocuments } from './yaml-documents.ts';

/** One YAML document as plain data. */
export interface RawDocument {
  readonly data: unknown;
  readonly source: Source;
}

interface YamlReading {
  readonly documents: readonly RawDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Nobody nests a manifest deeper, and what is deeper exhausts the stack sooner or later. */
const MAX_DEPTH = 64;
/** How many values the aliases of one document may expand to. */
const MAX_ALIASES = 1_000;
/** A file that is no YAML at all yields hundreds of errors; the first few say it. */
const MAX_ERRORS = 10;

/** Reads a file into documents. Whatever it holds, the answer is documents or diagnostics. */
export function readYaml(file: InputFile): YamlReading {
  const { path, bytes, fault } = file;
  if (fault) return refuse(startOf(path), fault.code, fault.message, fault.hint);
  if (bytes.length > MAX_FILE_BYTES) {
    const size = `${Math.ceil(bytes.length / 1024 / 1024)} MB`;
    return refuse(startOf(path), 'yaml.too-large', `the file has ${size}, and the limit is 16 MB`, 'split it into several files');
  }
  const decoded = decodeText(bytes);
  if ('badByte' in decoded) return refuse(byteRange(path, bytes, decoded.badByte), 'yaml.not-utf8', ...NOT_UTF8);

  let yaml: YamlFile;
  try {
    yaml = yamlDocuments(path, decoded.text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse({ file: path, ...deepestBracket(decoded.text) }, 'yaml.too-deep', ...TOO_DEEP);
  }
  const errors = yaml.documents.flatMap((document) => syntaxErrors(yaml, document));
  if (errors.length > 0) return { documents: [], diagnostics: errors.slice(0, MAX_ERRORS) };
  const source = sourcesOf(path, decoded.text);
  const documents: RawDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  yaml.documents.forEach((document, index) => {
    if (document.contents === null || isEmptyScalar(document)) return;
    const fault = depthFault(yaml, document);
    if (fault) diagnostics.push(fault);
    else {
      try {
        documents.push({ data: document.toJS({ maxAliasCount: MAX_ALIASES }), source: source(index) });
      } catch (error) {
        diagnostics.push(aliasFault(yaml, document, error));
      }
    }
  });
  return { documents, diagnostics };
}

const NOT_UTF8 = ['the file is not UTF-8 text', 'save it as UTF-8'] as const;
const TOO_DEEP = [`values are nested deeper than ${MAX_DEPTH} levels`, 'flatten the structure'] as const;

function refuse(range: Omit<Diagnostic, 'code' | 'severity' | 'message' | 'related'>, code: string, message: string, hint: string): YamlReading {
  return { documents: [], diagnostics: [{ ...range, code, severity: 'error', message, hint, related: [] }] };
}

function startOf(file: string) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 2 };
}

function byteRange(file: string, bytes: Uint8Array, offset: number) {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line++;
    lineStart = at + 1;
  }
  const column = new TextDecoder().decode(bytes.subarray(lineStart, offset)).length + 1;
  return { file, line, column, endLine: line, endColumn: column + 1 };
}

function isEmptyScalar({ contents }: Document): boolean {
  return isScalar(contents) && contents.value === null && !contents.source;
}

function syntaxErrors(yaml: YamlFile, document: Document.Parsed): Diagnostic[] {
  // A warning of the parser is a tag it does not know: data it would silently read as something else.
  return [...document.errors, ...document.warnings].map((error) => ({
    ...rangeOf(yaml, error.pos[0], error.pos[1]),
    code: yamlCode(error),
    severity: 'error',
    message: error.message.charAt(0).toLowerCase() + error.message.slice(1),
    hint: SYNTAX_HINTS[error.code],
    related: [],
  }));
}

const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  DUPLICATE_KEY: 'keep one of the two',
  TAG_RESOLVE_FAILED: 'remove the tag; manifests are plain data',
  NON_STRING_KEY: 'quote the key',
  BAD_INDENT: 'align it with the fields beside it',
  MULTILINE_IMPLICIT_KEY: 'close the quote or bracket, or indent the value below its key',
};

function depthFault(yaml: YamlFile, document: Document.Parsed): Diagnostic | undefined {
  let deepest: number | undefined;
  visit(document, {
    Node(_key, node, path) {
      if (!isCollection(node) || path.filter((ancestor) => !isPair(ancestor)).length <= MAX_DEPTH) return undefined;
      deepest = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (deepest === undefined) return undefined;
  return refuse(rangeOf(yaml, deepest, deepest), 'yaml.too-deep', ...TOO_DEEP).diagnostics[0];
}

function aliasFault(yaml: YamlFile, document: Document.Parsed, error: unknown): Diagnostic {
  let at: readonly [number, number] = [0, 0];
  visit(document, {
    Alias(_key, node) {
      at = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
      return isAlias(node) ? visit.BREAK : undefined;
    },
  });
  const bomb = error instanceof Error && error.message.startsWith('Excessive');
  const [code, message, hint] = bomb
    ? ['yaml.alias-bomb', `aliases expand to more than ${MAX_ALIASES} values`, 'write the values out']
    : ['yaml.alias', 'an alias names an anchor that is not there, or contains itself', 'define the anchor above its alias'];
  return refuse(rangeOf(yaml, at[0], at[1]), code, message, hint).diagnostics[0] as Diagnostic;
}
