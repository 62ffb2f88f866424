import type { ErrorObject } from 'ajv';

interface Described {
  readonly description?: string;
  readonly default?: unknown;
}

/** The last name of the way to a value, with the list it stands in where that is a number: `computes[2]`. */
export function nameOf({ instancePath }: ErrorObject): string {
  const names = instancePath.split('/').slice(1).map(unescapePointer);
  const last = names.pop() ?? 'the manifest';
  return /^\d+$/.test(last) && names.length > 0 ? `${names.pop()}[${last}]` : last;
}

/** Whose field it is that is missing or too many. */
export function ownerOf(error: ErrorObject): string {
  return error.instancePath === '' ? 'the manifest' : nameOf(error);
}

/** What the schema says about the value. */
export function descriptionOf(error: ErrorObject): string | undefined {
  return (error.parentSchema as Described | undefined)?.description;
}

/** The fields that the schema knows of a mapping. */
export function propertiesOf(
  error: ErrorObject,
): Readonly<Record<string, Described & { properties?: object }>> {
  return (error.parentSchema?.properties ?? {}) as Record<string, Described>;
}

/** One name in the way to a value. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapePointer(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
