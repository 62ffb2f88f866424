import { WIDTH } from './amounts.ts';
import { bitsAt } from './bits.ts';
import { Numbering } from './numbering.ts';

/** Beyond so many shapes or groups, computes are not told apart by sets of bits. */
export const MOST_SETS = 64;

/** The distinct capacities of a fleet; computes of one shape are filled alike by the same service. */
export interface Shapes {
  readonly count: number;
  /** The shape of each compute. */
  readonly of: Int32Array;
  /** The computes of each shape; empty where there are too many shapes. */
  readonly bits: readonly Int32Array[];
  /** Amounts, `r` of shape `s` at `r * count + s`. */
  readonly capacity: Float64Array;
  /** One divided by the capacity, 0 for a resource that a shape has not got; laid out as the capacity. */
  readonly perCapacity: Float64Array;
  /** One divided by the number of resources that a shape has; 0 where it has none. */
  readonly perResource: Float64Array;
}

/** Finds the distinct capacities among computes, or pairs of capacity and cheapness. */
export function shapesOf(capacity: Float64Array, size: number, cheapness?: Uint8Array): Shapes {
  const known = new Numbering(WIDTH + 1);
  const key = new Float64Array(WIDTH + 1);
  const examples: number[] = [];
  const of = new Int32Array(size);
  for (let compute = 0; compute < size; compute++) {
    key[WIDTH] = cheapness?.[compute] ?? 0;
    for (let r = 0; r < WIDTH; r++) key[r] = capacity[r * size + compute] as number;
    const shape = known.of(key);
    examples[shape] ??= compute;
    of[compute] = shape;
  }
  const count = examples.length;
  const capacities = new Float64Array(WIDTH * count);
  const perCapacity = new Float64Array(WIDTH * count);
  const perResource = new Float64Array(count);
  for (const [shape, compute] of examples.entries()) {
    let breadth = 0;
    for (let r = 0; r < WIDTH; r++) {
      const amount = capacity[r * size + compute] as number;
      if (amount === 0) continue;
      capacities[r * count + shape] = amount;
      perCapacity[r * count + shape] = 1 / amount;
      breadth++;
    }
    perResource[shape] = breadth === 0 ? 0 : 1 / breadth;
  }
  const members = examples.map((): number[] => []);
  for (const [compute, shape] of of.entries()) members[shape]?.push(compute);
  const bits = count > MOST_SETS ? [] : members.map((computes) => bitsAt(computes, size));
  return { count, of, bits, capacity: capacities, perCapacity, perResource };
}
