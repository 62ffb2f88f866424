import type { Manifest } from '../../model/manifest.ts';
import { labelOf } from '../../model/selector.ts';

/** One label over all computes. */
export interface Column {
  /** The number of each value, in the order in which computes have them. */
  readonly values: ReadonlyMap<string, number>;
  /** The number of each compute's value; -1 where it has none. */
  readonly of: Int32Array;
  /** A compute that has the value, for each number. */
  readonly examples: readonly number[];
  /** A compute without the label, if there is one. */
  readonly without: number | undefined;
}

/** The labels of a fleet by key, each key read once. */
export class LabelColumns {
  readonly #computes: readonly Manifest<'Compute'>[];
  readonly #columns = new Map<string, Column>();

  constructor(computes: readonly Manifest<'Compute'>[]) {
    this.#computes = computes;
  }

  of(key: string): Column {
    let column = this.#columns.get(key);
    if (!column) this.#columns.set(key, (column = this.#read(key)));
    return column;
  }

  /** Tells whether a compute has a label. */
  has(key: string, compute: number): boolean {
    return this.of(key).of[compute] !== -1;
  }

  #read(key: string): Column {
    const values = new Map<string, number>();
    const examples: number[] = [];
    let without: number | undefined;
    const of = new Int32Array(this.#computes.length).fill(-1);
    for (const [compute, { metadata, spec }] of this.#computes.entries()) {
      const value = labelOf(key, metadata.name, spec);
      if (value === undefined) {
        without ??= compute;
        continue;
      }
      let number = values.get(value);
      if (number === undefined) {
        values.set(value, (number = examples.length));
        examples.push(compute);
      }
      of[compute] = number;
    }
    return { values, of, examples, without };
  }
}
