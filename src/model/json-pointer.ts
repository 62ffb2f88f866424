/** A value and the JSON pointer that leads to it. */
export interface Pointed {
  readonly pointer: string;
  readonly value: unknown;
}

/** Finds what a pointer leads to; `*` stands for every element of a list. */
export function pointedAt(root: unknown, pattern: string): Pointed[] {
  let found: Pointed[] = [{ pointer: '', value: root }];
  for (const name of pattern.split('/').slice(1)) {
    found = found.flatMap(({ pointer, value }) => children(value, name, pointer));
  }
  return found;
}

function children(value: unknown, name: string, pointer: string): Pointed[] {
  if (name === '*') {
    if (!Array.isArray(value)) return [];
    return value.map((item, index) => ({ pointer: `${pointer}/${index}`, value: item as unknown }));
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return [{ pointer: `${pointer}/${name}`, value: (value as Record<string, unknown>)[name] }];
}
