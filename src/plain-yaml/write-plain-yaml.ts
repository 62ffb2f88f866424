import { plainScalar } from './plain-scalar.ts';
import { Unusual } from './unusual.ts';

/**
 * Writes plain data as block YAML, one value a line, byte for byte as the `yaml` library does. Undefined where a key or a
 * text needs quotes or lines of its own: that is for the library, which takes many times as long.
 */
export function writePlainYaml(value: Readonly<Record<string, unknown>>): string | undefined {
  const lines: string[] = [];
  try {
    writeMapping(value, '', lines);
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : undefined;
}

const KEY = /^[A-Za-z_][\w./-]*$/;
const KEYWORD = /^(?:null|true|false)$/i;
/** Ordinary characters, a blank among them only between two words. */
const TEXT = /^[\w./+](?:[\w./+:;'@=,()-]|(?<![:-])#)*(?: [\w./+@=,(](?:[\w./+:;'@=,()-]|(?<![:-])#)*)*$/;
const DIGITS = /^(?:0|[1-9]\d{0,14})$/;

function writeMapping(mapping: object, indent: string, lines: string[]): void {
  for (const [key, value] of Object.entries(mapping)) {
    // The library leaves such a field away, which is for nobody else to repeat.
    if (!KEY.test(key) || KEYWORD.test(key) || value === undefined) throw new Unusual();
    if (isEmpty(value)) lines.push(`${indent}${key}: ${Array.isArray(value) ? '[]' : '{}'}`);
    else if (Array.isArray(value)) {
      lines.push(`${indent}${key}:`);
      for (const item of value as unknown[]) writeItem(item, `${indent}  `, lines);
    } else if (isMapping(value)) {
      lines.push(`${indent}${key}:`);
      writeMapping(value, `${indent}  `, lines);
    } else lines.push(`${indent}${key}: ${scalar(value)}`);
  }
}

/** An item of a list; the first field of a mapping stands behind the dash. */
function writeItem(item: unknown, indent: string, lines: string[]): void {
  if (Array.isArray(item) || isEmpty(item)) throw new Unusual();
  if (!isMapping(item)) {
    lines.push(`${indent}- ${scalar(item)}`);
    return;
  }
  const first = lines.length;
  writeMapping(item, `${indent}  `, lines);
  lines[first] = `${indent}- ${(lines[first] as string).slice(indent.length + 2)}`;
}

function scalar(value: unknown): string {
  if (typeof value === 'string') {
    // A text that would be read as a number is told from one by its quotes.
    if (DIGITS.test(value)) return `"${value}"`;
    if (!TEXT.test(value) || plainScalar(value) !== value) throw new Unusual();
    return value;
  }
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value !== 'number' || !Object.is(plainScalar(String(value)), value)) throw new Unusual();
  return String(value);
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length === 0;
}
