import type { Sites } from './sites.ts';

/** How eligible computes fall into groups by one label. */
export interface Topology {
  readonly key: string;
  /** The distinct values of the label. */
  readonly values: readonly string[];
  /** The index of each compute's value; -1 for a compute that is not eligible. */
  readonly valueOf: Int32Array;
}

/** Groups eligible computes by the value of a label, which each of them has. */
export function topologyOf(sites: Sites, eligible: Int32Array, key: string): Topology {
  const values = [
    ...new Set(Array.from(eligible, (compute) => sites.labels[compute]?.get(key) ?? '')),
  ].sort();
  const indices = new Map(values.map((value, index) => [value, index]));
  const valueOf = new Int32Array(sites.names.length).fill(-1);
  for (const compute of eligible) {
    valueOf[compute] = indices.get(sites.labels[compute]?.get(key) ?? '') ?? -1;
  }
  return { key, values, valueOf };
}

/** Names a label and its value as a person would: `region fsn1`. */
export function describeValue(key: string, value: string): string {
  return `${key.replace(/^stowage\//, '')} ${value}`;
}
