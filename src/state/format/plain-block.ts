/** A line that this reader leaves to the whole of YAML. */
class Unusual extends Error {}

const KEY = /^([A-Za-z_][\w./-]*):(?: (.+))?$/;
const KEYWORD = /^(?:null|true|false)$/i;
const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const DECIMAL = /^-?\d{1,9}\.\d{1,6}$/;
/** Whatever YAML might take for a number. */
const LIKE_A_NUMBER = /^(?:0[ox].*|\d*\.?\d*(?:e[-+]?\d+)?)$/i;
const QUOTED = /^"[^"\\\p{Cc}]*"$/u;
const WORDS = /^[A-Za-z0-9_/][\w ./:@+=,()%|*-]*$/;

/**
 * Reads the plain YAML that nearly every file of the state branch is: block maps and lists, one scalar a line.
 * Undefined for everything else, sound or not: that is for the `yaml` library, which takes thirty times as long.
 */
export function decodePlainBlock(text: string): Readonly<Record<string, unknown>> | undefined {
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  try {
    const reader = new BlockReader(lines);
    const root = reader.mapping(0);
    return reader.atEnd ? root : undefined;
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

class BlockReader {
  readonly #lines: string[];
  #at = 0;

  constructor(lines: string[]) {
    this.#lines = lines;
  }

  get atEnd(): boolean {
    return this.#at === this.#lines.length;
  }

  mapping(indent: number): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (let line = this.#lineAt(indent); line !== undefined; line = this.#lineAt(indent)) {
      const [, key, value] = KEY.exec(line) ?? [];
      if (key === undefined || KEYWORD.test(key) || key === '__proto__' || Object.hasOwn(fields, key)) {
        throw new Unusual();
      }
      this.#at++;
      fields[key] = value === undefined ? this.#block(indent + 2) : scalarOf(value);
    }
    if (Object.keys(fields).length === 0) throw new Unusual();
    return fields;
  }

  #block(indent: number): unknown {
    return this.#lineAt(indent)?.startsWith('- ') ? this.#sequence(indent) : this.mapping(indent);
  }

  #sequence(indent: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.#lineAt(indent); line !== undefined; line = this.#lineAt(indent)) {
      if (!line.startsWith('- ')) throw new Unusual();
      const item = line.slice(2);
      if (KEY.test(item)) {
        // The map begins on the line of its dash: read it as if the dash were a space.
        this.#lines[this.#at] = ' '.repeat(indent + 2) + item;
        items.push(this.mapping(indent + 2));
      } else {
        this.#at++;
        items.push(scalarOf(item));
      }
    }
    return items;
  }

  /** The next line without its indentation; undefined when it belongs to a block around this one. */
  #lineAt(indent: number): string | undefined {
    const line = this.#lines[this.#at];
    if (line === undefined) return undefined;
    const found = line.search(/[^ ]/);
    if (found === indent) return line.slice(indent);
    if (found < 0 || found > indent || found % 2 !== 0) throw new Unusual();
    return undefined;
  }
}

function scalarOf(text: string): unknown {
  if (INTEGER.test(text)) return Number(text);
  if (QUOTED.test(text)) return text.slice(1, -1);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  if (text === '{}') return {};
  if (text === '[]') return [];
  if (DECIMAL.test(text) && Number(text) !== 0) return Number(text);
  const plain = WORDS.test(text) && !KEYWORD.test(text) && !LIKE_A_NUMBER.test(text);
  if (!plain || text.includes(': ') || text.endsWith(':') || text.endsWith(' ')) throw new Unusual();
  return text;
}
