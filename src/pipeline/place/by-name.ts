import { compareText } from '../../model/compare-text.ts';

/** Orders manifests by name. */
export function byName(a: Named, b: Named): number {
  return compareText(a.metadata.name, b.metadata.name);
}

interface Named {
  readonly metadata: { readonly name: string };
}
