/** Orders texts by their UTF-16 code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders manifests by name. */
export function byName(a: Named, b: Named): number {
  return compareText(a.metadata.name, b.metadata.name);
}

interface Named {
  readonly metadata: { readonly name: string };
}
