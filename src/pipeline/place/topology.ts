import { bitsAt } from './bits.ts';
import { MOST_SETS } from './shapes.ts';
import type { Sites } from './sites.ts';

/** How eligible computes fall into groups by one label. */
export interface Topology {
  readonly key: string;
  /** The distinct values of the label. */
  readonly values: readonly string[];
  /** The index of each compute's value; -1 for a compute that is not eligible. */
  readonly valueOf: Int32Array;
  /** The computes of each value, by name. */
  readonly members: readonly Int32Array[];
  /** The same as sets; empty where there are too many values. */
  readonly bits: readonly Int32Array[];
}

/** Groups eligible computes by the value of a label, which each of them has. */
export function topologyOf(sites: Sites, eligible: Int32Array, key: string): Topology {
  const column = sites.columns.of(key);
  const found = new Uint8Array(column.values.size);
  for (const compute of eligible) found[column.of[compute] as number] = 1;
  const values = [...column.values]
    .filter(([, number]) => found[number] === 1)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const indices = new Int32Array(found.length);
  for (const [index, [, number]] of values.entries()) indices[number] = index;
  const valueOf = new Int32Array(sites.names.length).fill(-1);
  const members = values.map((): number[] => []);
  for (const compute of eligible) {
    const index = indices[column.of[compute] as number] as number;
    valueOf[compute] = index;
    members[index]?.push(compute);
  }
  return {
    key,
    values: values.map(([value]) => value),
    valueOf,
    members: members.map((list) => new Int32Array(list)),
    bits: members.length > MOST_SETS ? [] : members.map((list) => bitsAt(list, sites.names.length)),
  };
}

/** Names a label and its value as a person would: `region fsn1`. */
export function describeValue(key: string, value: string): string {
  return `${key.replace(/^stowage\//, '')} ${value}`;
}
