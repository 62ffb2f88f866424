import { FlowReader } from './flow-reader.ts';
import { plainScalar } from './plain-scalar.ts';
import { put } from './put.ts';
import { folded, scalarLines } from './scalar-lines.ts';
import { Unusual } from './unusual.ts';

const KEY = /^(?:([A-Za-z_][\w./-]*)|"([^"\\]*)"|'([^']*)'):(?: +(?!#)(.*)| +#.*)?$/;
const MAX_DEPTH = 40;

/** Reads block mappings and lists line by line. */
export class BlockReader {
  readonly #lines: readonly string[];
  #at = 0;
  /** Of the line at hand; a list's dash is taken off and counts as indentation. */
  #indent = 0;
  #body = '';

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#look();
  }

  get atEnd(): boolean {
    return this.#at === this.#lines.length;
  }

  /** Index of the line at hand. */
  get line(): number {
    return this.#at;
  }

  /** Steps over a line `---`; false where there is none. */
  marker(): boolean {
    if (this.atEnd || this.#body !== '---' || this.#indent > 0) return false;
    this.#next();
    return true;
  }

  document(): unknown {
    if (this.#indent > 0 || this.#ended) throw new Unusual();
    return this.#block(0, 0);
  }

  get #ended(): boolean {
    return this.atEnd || (this.#indent === 0 && /^(?:---|\.\.\.)/.test(this.#body));
  }

  #block(indent: number, depth: number): unknown {
    if (depth > MAX_DEPTH) throw new Unusual();
    return this.#isDash() ? this.#list(indent, depth) : this.#mapping(indent, depth);
  }

  #mapping(indent: number, depth: number): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    while (!this.#ended && this.#indent === indent && !this.#isDash()) {
      const match = KEY.exec(this.#body);
      if (!match || this.#body.length > 1000) throw new Unusual();
      const [, plain, double, single, text = ''] = match;
      const key = plain ?? double ?? single ?? '';
      put(mapping, key, text === '' ? this.#below(indent, depth) : this.#inline(text, indent));
    }
    if (!this.#ended && this.#indent > indent) throw new Unusual();
    return mapping;
  }

  /** The value of a key that has nothing behind its colon. */
  #below(indent: number, depth: number): unknown {
    this.#next();
    if (!this.#ended && this.#indent > indent) return this.#block(this.#indent, depth + 1);
    if (!this.#ended && this.#indent === indent && this.#isDash()) return this.#list(indent, depth + 1);
    return null;
  }

  #list(indent: number, depth: number): unknown[] {
    const list: unknown[] = [];
    while (!this.#ended && this.#indent === indent && this.#isDash()) {
      const text = this.#body.slice(1).trimStart();
      if (text === '' || text.startsWith('#') || text.startsWith('- ')) throw new Unusual();
      if (KEY.test(text)) {
        this.#indent += this.#body.length - text.length;
        this.#body = text;
        list.push(this.#mapping(this.#indent, depth + 1));
      } else list.push(this.#inline(text, indent));
    }
    if (!this.#ended && this.#indent > indent) throw new Unusual();
    return list;
  }

  /** A value that begins on its key's or its dash's line. */
  #inline(text: string, indent: number): unknown {
    if (/^[|>]-?$/.test(text)) return this.#scalarBelow(text, indent);
    const value = /^[[{"']/.test(text) ? flow(text) : plainScalar(withoutComment(text));
    this.#next();
    // A deeper line would continue the value.
    if (!this.#ended && this.#indent > indent) throw new Unusual();
    return value;
  }

  #scalarBelow(header: string, indent: number): string {
    const { content, next } = scalarLines(this.#lines, this.#at + 1, indent);
    this.#at = next - 1;
    this.#next();
    const text = header.startsWith('|') ? content.join('\n') : folded(content);
    return header.endsWith('-') ? text : `${text}\n`;
  }

  #isDash(): boolean {
    return this.#body.startsWith('- ') || this.#body === '-';
  }

  #next(): void {
    this.#at++;
    this.#look();
  }

  /** Finds the next line that is more than a comment. */
  #look(): void {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as string;
      const body = line.trim();
      if (body === '' || body.startsWith('#')) continue;
      this.#body = body;
      this.#indent = line.length - line.trimStart().length;
      return;
    }
  }
}

function flow(text: string): unknown {
  const reader = new FlowReader(text);
  const value = reader.value();
  if (!/^(?: *| +#.*)$/.test(reader.rest)) throw new Unusual();
  return value;
}

function withoutComment(text: string): string {
  const comment = text.indexOf(' #');
  return comment < 0 ? text : text.slice(0, comment).trimEnd();
}
