import { createHash } from 'node:crypto';
import { canonicalJson } from '../../model/canonical-json.ts';

/** `sha256:…` of a value; the same for equal values, whatever the order of their fields. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}
