import type { LinearProgram, Solver } from '../solver/solver.ts';
import type { Budget } from './budget.ts';
import type { Market } from './market.ts';

/** How near to the best is near enough, and how long to look for it. */
const ENOUGH = { gap: 1e-3, nodeLimit: 5_000 };

/**
 * Says that no content of one host is worth more than this, by a mixed-integer program. Buffers and avoidance are
 * left out: the bound holds without them too.
 */
export async function boundExactly(
  market: Market,
  solver: Solver,
  offer: number,
  values: Float64Array,
  budget: Budget,
): Promise<number> {
  const classes = [...market.replicas.keys()].filter(
    (c) => market.fits[offer * market.classCount + c] === 1 && (values[c] as number) > 0,
  );
  const program = fillProgram(market, offer, classes, values);
  const solved = await solver.solve(program, { ...ENOUGH, timeLimit: budget.left(), signal: budget.signal });
  return solved.status === 'optimal' || solved.status === 'stopped' ? -solved.bound : Infinity;
}

function fillProgram(
  market: Market,
  offer: number,
  classes: readonly number[],
  values: Float64Array,
): LinearProgram {
  const { width, need, capacity, most, replicas } = market;
  const starts = new Int32Array(classes.length + 1);
  const indices: number[] = [];
  const shares: number[] = [];
  for (const [nth, c] of classes.entries()) {
    for (let r = 0; r < width; r++) {
      const each = need[c * width + r] as number;
      if (each === 0) continue;
      indices.push(r);
      shares.push(each / (capacity[offer * width + r] as number));
    }
    starts[nth + 1] = indices.length;
  }
  return {
    columns: {
      cost: Float64Array.from(classes, (c) => -(values[c] as number)),
      lower: new Float64Array(classes.length),
      upper: Float64Array.from(classes, (c) => Math.min(most[c] as number, replicas[c] as number)),
      whole: new Uint8Array(classes.length).fill(1),
    },
    rows: { lower: new Float64Array(width).fill(-Infinity), upper: new Float64Array(width).fill(1) },
    matrix: { starts, indices: Int32Array.from(indices), values: Float64Array.from(shares) },
  };
}
