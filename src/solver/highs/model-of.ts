import type { ModelData } from 'highs';
import type { LinearProgram } from '../solver.ts';

/** Writes a program as HiGHS reads it. */
export function modelOf({ columns, rows, matrix }: LinearProgram, whole: boolean): ModelData {
  const [numCols, numRows] = [columns.cost.length, rows.lower.length];
  return {
    numCols,
    numRows,
    colCost: columns.cost,
    colLower: columns.lower,
    colUpper: columns.upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: { format: 'csc', numRows, numCols, ...matrix },
    ...(whole ? { integrality: Int32Array.from(columns.whole as Uint8Array) } : {}),
  };
}
