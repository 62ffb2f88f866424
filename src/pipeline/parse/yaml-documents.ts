import type { Document, YAMLError } from 'yaml';
import { LineCounter, parseAllDocuments } from 'yaml';

/** The documents of one file, with what turns an offset into a line and column. */
export interface YamlFile {
  readonly path: string;
  readonly documents: readonly Document.Parsed[];
  readonly lines: LineCounter;
}

/**
 * Parses a file as YAML 1.2, with merge keys, string keys and unique keys.
 * Throws RangeError when it is nested deeper than the stack.
 */
export function yamlDocuments(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    merge: true,
    stringKeys: true,
    prettyErrors: false,
    // Aliases are resolved once the document is known to be small enough.
    strict: true,
  });
  return { path, documents: 'empty' in parsed ? [] : parsed, lines };
}

/** `yaml.<code>` of a parser's error, in the spelling of all other codes. */
export function yamlCode(error: YAMLError): string {
  return `yaml.${error.code.toLowerCase().replaceAll('_', '-')}`;
}
