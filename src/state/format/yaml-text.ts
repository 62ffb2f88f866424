import { Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { readPlainYaml } from '../../plain-yaml/read-plain-yaml.ts';
import { writePlainYaml } from '../../plain-yaml/write-plain-yaml.ts';

/** A fault in YAML text, with its line counted from 1. */
export class YamlFault extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Writes plain data as block YAML, one value a line, so that a person can read and `git diff` it. */
export function encodeYaml(value: Readonly<Record<string, unknown>>): string {
  return writePlainYaml(value) ?? encodeAnyYaml(value);
}

function encodeAnyYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, scalar) {
      // As a block, a text that begins with a blank line can lose the blanks.
      if (typeof scalar.value === 'string' && /^[ \t]+\n/.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Reads one YAML document of plain data; throws a YamlFault. */
export function decodeYaml(text: string): unknown {
  const plain = readPlainYaml(text);
  return plain?.length === 1 ? plain[0]?.data : decodeAnyYaml(text);
}

/** Reads any YAML document, as slowly as that takes; throws a YamlFault. */
export function decodeAnyYaml(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new YamlFault(lines.linePos(fault.pos[0]).line, lowerFirst(fault.message));
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch (error) {
    throw new YamlFault(1, error instanceof Error ? lowerFirst(error.message) : String(error));
  }
}

/** The line, counted from 1, of a value in YAML text; of the nearest thing around it when it is absent. */
export function lineInYaml(text: string, path: readonly (string | number)[]): number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
