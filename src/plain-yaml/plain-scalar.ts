import { Unusual } from './unusual.ts';

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,8})\.\d{1,6}$/;
/** Whatever else YAML's core schema takes for a number (https://yaml.org/spec/1.2.2/#103-core-schema). */
const OTHER_NUMBER =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan)$/i;
const KEYWORD = /^(?:null|true|false)$/i;
/** What cannot be mistaken for an indicator of YAML at the beginning of a scalar. */
const BEGINNING = /^[A-Za-z0-9_/.+\u00c0-\u024f]/;
const NUMERIC_BEGINNING = /^[-+.\d]/;

/** Reads an unquoted scalar, without its comment, as YAML's core schema does. */
export function plainScalar(text: string): string | number | boolean | null {
  if (NUMERIC_BEGINNING.test(text)) {
    if (INTEGER.test(text) || DECIMAL.test(text)) return Number(text);
    if (OTHER_NUMBER.test(text) || text.startsWith('-')) throw new Unusual();
  }
  if (!BEGINNING.test(text) || text.endsWith(':') || text.includes(': ') || text.includes(' #')) {
    throw new Unusual();
  }
  if (!KEYWORD.test(text)) return text;
  switch (text) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      throw new Unusual();
  }
}
