import type { LinearProgram, Solver } from '../solver/solver.ts';
import type { Budget } from './budget.ts';
import type { Market } from './market.ts';
import { pricesFrom } from './master.ts';
import type { Prices } from './pattern.ts';
import { roundUp } from './price-step.ts';

/** A lower bound and the prices that prove it. */
export interface Relaxed {
  /** No packing of everything is cheaper. */
  readonly lowerBound: number;
  readonly prices: Prices;
}

/**
 * Bounds the cost of packing everything from below by a linear program: so many hosts of each offer, so many
 * instances of each class on all hosts of an offer together, within what these hosts add up to and within the limits.
 * Every packing is a solution of it, so none is cheaper. Null where it finds no answer in time.
 */
export async function relaxedBound(market: Market, solver: Solver, budget: Budget): Promise<Relaxed | null> {
  const options = { method: 'interior-point', timeLimit: budget.left(), signal: budget.signal } as const;
  const solved = await solver.solve(relaxedProgram(market), options);
  if (solved.status !== 'optimal') return null;
  return { lowerBound: roundUp(market, Math.max(0, solved.objective)), prices: pricesFrom(market, solved) };
}

/** Rows: a class each, a limit each, then the resources of each offer. Columns: an offer each, then who stands where. */
function relaxedProgram({
  width,
  classCount,
  offerCount,
  need,
  capacity,
  replicas,
  fits,
  price,
  limits,
}: Market): LinearProgram {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const put = (row: number, value: number): void => {
    if (value === 0) return;
    indices.push(row);
    values.push(value);
  };
  const resources = classCount + limits.length;
  for (let p = 0; p < offerCount; p++) {
    for (const [n, { uses }] of limits.entries()) put(classCount + n, uses[p] ?? 0);
    for (let r = 0; r < width; r++) put(resources + p * width + r, capacity[p * width + r] === 0 ? 0 : -1);
    starts.push(indices.length);
  }
  for (let p = 0; p < offerCount; p++) {
    for (let c = 0; c < classCount; c++) {
      if (fits[p * classCount + c] !== 1) continue;
      put(c, 1);
      for (let r = 0; r < width; r++) {
        const each = need[c * width + r] as number;
        if (each > 0) put(resources + p * width + r, each / (capacity[p * width + r] as number));
      }
      starts.push(indices.length);
    }
  }
  const columnCount = starts.length - 1;
  const rowCount = resources + offerCount * width;
  const cost = new Float64Array(columnCount);
  cost.set(price);
  const lower = new Float64Array(rowCount).fill(-Infinity);
  const upper = new Float64Array(rowCount);
  upper.fill(Infinity, 0, classCount);
  const placeable = (c: number): boolean => Array.from(price).some((_, p) => fits[p * classCount + c] === 1);
  for (let c = 0; c < classCount; c++) lower[c] = placeable(c) ? (replicas[c] as number) : 0;
  for (const [n, { most }] of limits.entries()) upper[classCount + n] = most;
  return {
    columns: {
      cost,
      lower: new Float64Array(columnCount),
      upper: new Float64Array(columnCount).fill(Infinity),
    },
    rows: { lower, upper },
    matrix: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
