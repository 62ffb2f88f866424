import type { Manifest } from '../../model/manifest.ts';

/** Some computes in a sentence: `web-01`, `web-01 and web-02`, `web-01 and 12 others`. */
export function computeNames(computes: readonly Manifest<'Compute'>[]): string {
  const [first = '', second = ''] = computes.map(({ metadata }) => metadata.name);
  if (computes.length < 2) return first;
  return `${first} and ${computes.length === 2 ? second : `${computes.length - 1} others`}`;
}
