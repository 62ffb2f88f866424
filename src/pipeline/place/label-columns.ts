import type { Labels } from '../../model/selector.ts';

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
  readonly #labels: readonly Labels[];
  readonly #columns = new Map<string, Column>();

  constructor(labels: readonly Labels[]) {
    this.#labels = labels;
  }

  of(key: string): Column {
    let column = this.#columns.get(key);
    if (!column) this.#columns.set(key, (column = this.#read(key)));
    return column;
  }

  #read(key: string): Column {
    const values = new Map<string, number>();
    const examples: number[] = [];
    let without: number | undefined;
    const of = Int32Array.from(this.#labels, (labels, compute) => {
      const value = labels.get(key);
      if (value === undefined) {
        without ??= compute;
        return -1;
      }
      let number = values.get(value);
      if (number === undefined) {
        values.set(value, (number = examples.length));
        examples.push(compute);
      }
      return number;
    });
    return { values, of, examples, without };
  }
}
