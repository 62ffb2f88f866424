import type { LinearProgram } from '../../../solver/solver.ts';

/** A linear program that is written down column by column and row by row. */
export class ProgramDraft {
  readonly #columns: { cost: number; upper: number; entries: [row: number, value: number][] }[] = [];
  readonly #rows: number[] = [];

  /** Adds a column between 0 and `upper`. */
  column(cost: number, upper: number): number {
    return this.#columns.push({ cost, upper, entries: [] }) - 1;
  }

  /** Adds a row that adds up to no more than `most`. */
  row(most: number): number {
    return this.#rows.push(most) - 1;
  }

  add(row: number, column: number, value: number): void {
    if (value !== 0) this.#columns[column]?.entries.push([row, value]);
  }

  get entries(): number {
    return this.#columns.reduce((sum, { entries }) => sum + entries.length, 0);
  }

  /** Writes it down for a solver; with every column whole, where asked. */
  done(whole: boolean): LinearProgram {
    const entries = this.#columns.flatMap((column) => column.entries);
    const starts = new Int32Array(this.#columns.length + 1);
    for (const [at, column] of this.#columns.entries()) {
      starts[at + 1] = (starts[at] as number) + column.entries.length;
    }
    return {
      columns: {
        cost: Float64Array.from(this.#columns, ({ cost }) => cost),
        lower: new Float64Array(this.#columns.length),
        upper: Float64Array.from(this.#columns, ({ upper }) => upper),
        ...(whole ? { whole: new Uint8Array(this.#columns.length).fill(1) } : {}),
      },
      rows: {
        lower: new Float64Array(this.#rows.length).fill(-Infinity),
        upper: Float64Array.from(this.#rows),
      },
      matrix: {
        starts,
        indices: Int32Array.from(entries, ([row]) => row),
        values: Float64Array.from(entries, ([, value]) => value),
      },
    };
  }
}
