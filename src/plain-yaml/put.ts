import { Unusual } from './unusual.ts';

/** Adds a field to a mapping. A field given twice is a mistake for others to describe. */
export function put(mapping: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__' || Object.hasOwn(mapping, key)) throw new Unusual();
  mapping[key] = value;
}
