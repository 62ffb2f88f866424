import { canonicalJson } from './canonical-json.ts';

/** Tells whether two values of a profile's parameter mean the same to a provider: `4` is `"4"`. */
export function sameParameter(a: unknown, b: unknown): boolean {
  return textOf(a) === textOf(b);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
