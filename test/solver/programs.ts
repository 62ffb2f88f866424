import type { LinearProgram } from '../../src/solver/solver.ts';

/** Writes a program from dense rows: `[lower, coefficients, upper]`. */
export function programOf(
  cost: readonly number[],
  rows: readonly (readonly [lower: number, coefficients: readonly number[], upper: number])[],
  whole?: readonly number[],
): LinearProgram {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const column of cost.keys()) {
    for (const [row, [, coefficients]] of rows.entries()) {
      const value = coefficients[column] ?? 0;
      if (value === 0) continue;
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  }
  return {
    columns: {
      cost: Float64Array.from(cost),
      lower: new Float64Array(cost.length),
      upper: new Float64Array(cost.length).fill(Infinity),
      ...(whole ? { whole: Uint8Array.from(whole) } : {}),
    },
    rows: {
      lower: Float64Array.from(rows, ([lower]) => lower),
      upper: Float64Array.from(rows, ([, , upper]) => upper),
    },
    matrix: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
