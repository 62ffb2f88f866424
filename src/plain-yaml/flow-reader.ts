import { plainScalar } from './plain-scalar.ts';
import { put } from './put.ts';
import { Unusual } from './unusual.ts';

const KEY = /([A-Za-z_][\w./-]*|"[^"\\]*"|'[^']*'): +/y;
const DOUBLE_QUOTED = /"([^"\\]*)"/y;
const SINGLE_QUOTED = /'([^']*)'/y;
const PLAIN = /[^,[\]{}"'#&*!|>%@`?]+/y;
const SPACES = / */y;
const MAX_DEPTH = 20;

/** Reads flow collections and quoted scalars that begin and end on one line. */
export class FlowReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.#at = at;
  }

  /** What follows the value that was read. */
  get rest(): string {
    return this.#text.slice(this.#at);
  }

  value(depth = 0): unknown {
    if (depth > MAX_DEPTH) throw new Unusual();
    const first = this.#text[this.#at];
    if (first === '{') return this.#mapping(depth);
    if (first === '[') return this.#list(depth);
    if (first === '"') return this.#match(DOUBLE_QUOTED);
    if (first === "'") return this.#match(SINGLE_QUOTED);
    return plainScalar(this.#match(PLAIN).trimEnd());
  }

  #mapping(depth: number): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    this.#each('}', () => {
      const key = this.#match(KEY);
      put(mapping, /^["']/.test(key) ? key.slice(1, -1) : key, this.value(depth + 1));
    });
    return mapping;
  }

  #list(depth: number): unknown[] {
    const list: unknown[] = [];
    this.#each(']', () => list.push(this.value(depth + 1)));
    return list;
  }

  /** Reads entries up to the closing bracket; the opening one is at hand. */
  #each(close: string, entry: () => void): void {
    this.#at++;
    this.#match(SPACES);
    if (this.#text[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      entry();
      this.#match(SPACES);
      const next = this.#text[this.#at++];
      if (next === close) return;
      if (next !== ',') throw new Unusual();
      this.#match(SPACES);
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) throw new Unusual();
    this.#at = pattern.lastIndex;
    return match[1] ?? match[0];
  }
}
