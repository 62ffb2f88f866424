import type { Solver } from '../solver/solver.ts';
import { Bin } from './bin.ts';
import type { Budget } from './budget.ts';
import { downsize } from './downsize.ts';
import type { Market } from './market.ts';
import { masterProgram } from './master.ts';
import type { Packing } from './packing.ts';
import { Allowance, packingOf } from './packing.ts';
import type { Pattern } from './pattern.ts';
import { patternKey, patternOf } from './pattern.ts';

/** The cheapest choice among patterns. */
export interface Choice {
  readonly packing: Packing | null;
  /** No choice among these patterns is cheaper. */
  readonly bound: number;
}

/** Chooses how often to buy each pattern, by a mixed-integer program that starts from a packing. */
export async function choose(
  market: Market,
  solver: Solver,
  patterns: readonly Pattern[],
  start: Packing,
  budget: Budget,
  nodeLimit: number,
): Promise<Choice> {
  const columns = new Map(patterns.map((pattern) => [patternKey(pattern), pattern]));
  const used = new Map<string, number>();
  for (const bin of start.bins) {
    const pattern = patternOf(bin);
    const key = patternKey(pattern);
    columns.set(key, pattern);
    used.set(key, (used.get(key) ?? 0) + 1);
  }
  const chosen = [...columns.values()];
  const program = masterProgram(market, chosen, true);
  const values = Float64Array.from([
    ...[...columns.keys()].map((key) => used.get(key) ?? 0),
    ...start.left.map((count) => Math.max(0, count)),
  ]);
  const { signal } = budget;
  const solved = await solver.solve(program, {
    start: values,
    nodeLimit,
    timeLimit: budget.left(),
    gap: 1e-6,
    signal,
  });
  return { packing: solved.values && unpack(market, chosen, solved.values), bound: solved.bound };
}

/** Buys patterns as often as the program says; what would be held twice is held once. */
function unpack(market: Market, patterns: readonly Pattern[], values: Float64Array): Packing {
  const pending = market.replicas.slice();
  const allowance = new Allowance(market);
  const bins: Bin[] = [];
  for (const [nth, { offer, content }] of patterns.entries()) {
    for (let times = Math.round(values[nth] as number); times > 0; times--) {
      const bin = new Bin(market, offer);
      for (const [c, count] of content) {
        const taken = Math.min(count, pending[c] as number);
        if (taken > 0) bin.add(market, c, taken);
        pending[c]! -= taken;
      }
      if (bin.classes.length === 0) continue;
      allowance.take(offer);
      bins.push(bin);
    }
  }
  for (const bin of bins) downsize(market, bin, allowance);
  return packingOf(market, bins);
}
