import type { LinearProgram } from '../../../src/solver/solver.ts';

/** A column's number, and how often it counts. */
export type Term = readonly [column: number, factor: number];

/** A program written row by row, to be minimised for one sum of columns after another. */
export class Program {
  readonly #upper: number[] = [];
  readonly #whole: number[] = [];
  readonly #rows: { readonly terms: readonly Term[]; readonly lower: number; readonly upper: number }[] = [];

  /** Adds a column from 0 to its most, whole unless said otherwise. */
  column(most: number, whole = true): number {
    this.#whole.push(whole ? 1 : 0);
    return this.#upper.push(most) - 1;
  }

  /** Adds a row: the terms add up to no more than `upper`, and no less than `lower`. */
  row(terms: readonly Term[], upper: number, lower = -Infinity): void {
    this.#rows.push({ terms, lower, upper });
  }

  /** The program that makes a sum least; relaxed, no column need be whole. */
  minimising(terms: readonly Term[], relaxed = false): LinearProgram {
    const columns = this.#upper.map((): [row: number, factor: number][] => []);
    for (const [row, { terms: entries }] of this.#rows.entries()) {
      for (const [column, factor] of entries) columns[column]?.push([row, factor]);
    }
    const cost = new Float64Array(columns.length);
    for (const [column, factor] of terms) cost[column] = factor;
    let end = 0;
    return {
      columns: {
        cost,
        lower: new Float64Array(columns.length),
        upper: Float64Array.from(this.#upper),
        ...(relaxed ? {} : { whole: Uint8Array.from(this.#whole) }),
      },
      rows: {
        lower: Float64Array.from(this.#rows, ({ lower }) => lower),
        upper: Float64Array.from(this.#rows, ({ upper }) => upper),
      },
      matrix: {
        starts: Int32Array.from([0, ...columns.map((entries) => (end += entries.length))]),
        indices: Int32Array.from(columns.flatMap((entries) => entries.map(([row]) => row))),
        values: Float64Array.from(columns.flatMap((entries) => entries.map(([, factor]) => factor))),
      },
    };
  }
}
