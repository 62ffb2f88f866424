import type { LinearProgram, Solved } from '../solver/solver.ts';
import type { Exchange } from './exchanges.ts';
import type { Market } from './market.ts';
import type { Pattern, Prices } from './pattern.ts';

/**
 * Chooses among patterns: a column for each says how often it is bought, a row for each class that all its
 * instances have a host, a row for each limit. After the patterns comes a column per class that leaves an instance
 * out, at a price that nobody would pay.
 */
export function masterProgram(
  market: Market,
  patterns: readonly Pattern[],
  whole: boolean,
  exchanges: readonly Exchange[] = [],
): LinearProgram {
  const { classCount, replicas, limits, price } = market;
  const columnCount = patterns.length + classCount + exchanges.length;
  const rowCount = classCount + limits.length;
  const cost = new Float64Array(columnCount);
  const starts = new Int32Array(columnCount + 1);
  const indices: number[] = [];
  const values: number[] = [];
  const fine = fineOf(market);
  for (const [nth, { offer, content }] of patterns.entries()) {
    cost[nth] = price[offer] as number;
    for (const [c, count] of content) {
      indices.push(c);
      values.push(count);
    }
    for (const [n, { uses }] of limits.entries()) {
      if ((uses[offer] ?? 0) === 0) continue;
      indices.push(classCount + n);
      values.push(uses[offer] as number);
    }
    starts[nth + 1] = indices.length;
  }
  for (let c = 0; c < classCount; c++) {
    cost[patterns.length + c] = fine;
    indices.push(c);
    values.push(1);
    starts[patterns.length + c + 1] = indices.length;
  }
  for (const [nth, [small, large]] of exchanges.entries()) {
    indices.push(small, large);
    values.push(1, -1);
    starts[patterns.length + classCount + nth + 1] = indices.length;
  }
  const lower = new Float64Array(rowCount).fill(-Infinity);
  const upper = new Float64Array(rowCount).fill(Infinity);
  for (let c = 0; c < classCount; c++) lower[c] = replicas[c] as number;
  for (const [n, { most }] of limits.entries()) upper[classCount + n] = most;
  return {
    columns: {
      cost,
      lower: new Float64Array(columnCount),
      upper: new Float64Array(columnCount).fill(Infinity),
      ...(whole ? { whole: new Uint8Array(columnCount).fill(1) } : {}),
    },
    rows: { lower, upper },
    matrix: { starts, indices: Int32Array.from(indices), values: Float64Array.from(values) },
  };
}

/** Reads what instances and limits are worth out of the duals; rounding never turns a worth negative. */
export function pricesFrom({ classCount }: Market, { duals }: Solved): Prices {
  const all = duals ?? new Float64Array(0);
  return {
    classes: all.slice(0, classCount).map((value) => Math.max(0, value)),
    limits: all.slice(classCount).map((value) => Math.min(0, value)),
  };
}

/** More than any instance can cost: a host of its own, and all else it might push off a limit. */
function fineOf({ price }: Market): number {
  return 20 * price.reduce((most, each) => Math.max(most, each), 1);
}
