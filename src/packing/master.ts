import type { Columns, LinearProgram, Solved } from '../solver/solver.ts';
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
  const { classCount, replicas, limits } = market;
  const fine = fineOf(market);
  const { columns, matrix } = columnsFrom([
    ...patterns.map((pattern) => columnOf(market, pattern)),
    ...Array.from(replicas, (_, c) => ({ cost: fine, entries: [[c, 1]] as const })),
    ...exchanges.map(([small, large]) => ({
      cost: 0,
      entries: [
        [small, 1],
        [large, -1],
      ] as const,
    })),
  ]);
  const rowCount = classCount + limits.length;
  const lower = new Float64Array(rowCount).fill(-Infinity);
  const upper = new Float64Array(rowCount).fill(Infinity);
  for (let c = 0; c < classCount; c++) lower[c] = replicas[c] as number;
  for (const [n, { most }] of limits.entries()) upper[classCount + n] = most;
  const wholes = whole ? { whole: new Uint8Array(columns.cost.length).fill(1) } : {};
  return { columns: { ...columns, ...wholes }, rows: { lower, upper }, matrix };
}

/** The columns of more patterns, for a master program that is there already. */
export function patternColumns(market: Market, patterns: readonly Pattern[]): Columns {
  return columnsFrom(patterns.map((pattern) => columnOf(market, pattern)));
}

interface Column {
  readonly cost: number;
  readonly entries: readonly (readonly [row: number, value: number])[];
}

function columnOf({ classCount, limits, price }: Market, { offer, content }: Pattern): Column {
  const uses = limits.map((limit, n) => [classCount + n, limit.uses[offer] ?? 0] as const);
  return {
    cost: price[offer] as number,
    entries: [...content, ...uses.filter(([, used]) => used !== 0)],
  };
}

function columnsFrom(all: readonly Column[]): Columns {
  const starts = new Int32Array(all.length + 1);
  const entries = all.flatMap((column) => column.entries);
  for (const [nth, column] of all.entries())
    starts[nth + 1] = (starts[nth] as number) + column.entries.length;
  return {
    columns: {
      cost: Float64Array.from(all, ({ cost }) => cost),
      lower: new Float64Array(all.length),
      upper: new Float64Array(all.length).fill(Infinity),
    },
    matrix: {
      starts,
      indices: Int32Array.from(entries, ([row]) => row),
      values: Float64Array.from(entries, ([, value]) => value),
    },
  };
}

/** Reads what instances and limits are worth out of the duals; rounding never turns a worth negative. */
export function pricesFrom({ classCount, limits }: Market, { duals }: Solved): Prices {
  const all = duals ?? new Float64Array(0);
  return {
    classes: all.slice(0, classCount).map((value) => Math.max(0, value)),
    limits: all.slice(classCount, classCount + limits.length).map((value) => Math.min(0, value)),
  };
}

/** More than any instance can cost: a host of its own, and all else it might push off a limit. */
function fineOf({ price }: Market): number {
  return 20 * price.reduce((most, each) => Math.max(most, each), 1);
}
