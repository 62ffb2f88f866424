import { createHash } from 'node:crypto';

/** What the API takes as the value of a label. */
const VALUE = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const ENCODED = /^b64\.([A-Za-z0-9_-]*)\.z$/;
const HASHED = /^sha\.[0-9a-f]{56}$/;
/** 42 bytes are 56 characters of base64. */
const LONGEST_ENCODED = 42;

/**
 * A text as the value of a label: as it stands where it can; else in base64, which can be read back; else, where it is
 * long, its SHA-256, which cannot. Different texts have different values.
 */
export function labelValue(text: string): string {
  if (VALUE.test(text) && !ENCODED.test(text) && !HASHED.test(text)) return text;
  if (Buffer.byteLength(text) <= LONGEST_ENCODED) return `b64.${Buffer.from(text).toString('base64url')}.z`;
  return `sha.${createHash('sha256').update(text).digest('hex').slice(0, 56)}`;
}

/** The text of a label's value; a hash stays as it is. */
export function textOfLabel(value: string): string {
  const encoded = ENCODED.exec(value)?.[1];
  return encoded === undefined ? value : Buffer.from(encoded, 'base64url').toString('utf8');
}
