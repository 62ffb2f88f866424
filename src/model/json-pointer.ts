/** A value and the JSON pointer that leads to it. */
export interface Pointed {
  readonly pointer: string;
  readonly value: unknown;
}

/** The names in the pointers of schemas: few pointers, each followed in thousands of manifests. */
const NAMES = new Map<string, readonly string[]>();
const MOST = 1000;

/** Finds what a pointer leads to; `*` stands for every element of a list. */
export function pointedAt(root: unknown, pattern: string): Pointed[] {
  const found: Pointed[] = [];
  collect(root, namesIn(pattern), 1, '', found);
  return found;
}

function namesIn(pattern: string): readonly string[] {
  const known = NAMES.get(pattern);
  if (known) return known;
  const names = pattern.split('/');
  if (NAMES.size < MOST) NAMES.set(pattern, names);
  return names;
}

/** Follows the names from one on. A fleet is asked for tens of thousands of pointers, so nothing is made on the way. */
function collect(
  value: unknown,
  names: readonly string[],
  at: number,
  pointer: string,
  found: Pointed[],
): void {
  const name = names[at];
  if (name === undefined) found.push({ pointer, value });
  else if (name === '*') {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) collect(item, names, at + 1, `${pointer}/${index}`, found);
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
    collect((value as Record<string, unknown>)[name], names, at + 1, `${pointer}/${name}`, found);
  }
}
