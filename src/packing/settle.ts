import type { Solver } from '../solver/solver.ts';
import { bareValues } from './bare-values.ts';
import type { Best } from './best.ts';
import { generate } from './bound.ts';
import type { Budget } from './budget.ts';
import { partOf } from './budget.ts';
import { choose } from './choose.ts';
import { worthOf } from './dual-bound.ts';
import type { Effort } from './effort.ts';
import { everyPattern } from './every-pattern.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { packingOf } from './packing.ts';
import type { Pattern, Prices } from './pattern.ts';
import { patternKey, patternOf, reducedCost } from './pattern.ts';
import { relaxedBound } from './relaxed-bound.ts';
import { volumeBound } from './volume-bound.ts';

/** Which part of the time that is left each step may take. */
const SHARES = { relaxation: 0.3, bound: 0.5, choice: 0.3 };
/** With how many patterns column generation starts: enough for prices that make sense, few enough to be quick. */
const SEEDS = 2_000;
/** A solver takes a moment to start and to stop: where it may have fewer seconds than these it is not asked at all. */
const SOLVER_TAKES = 0.3;

/**
 * Raises the bound: by the relaxation, then by column generation over the patterns that were met. A mixed-integer
 * program chooses among all patterns that may matter, where they are few. Tells whether time cut anything short.
 */
export async function settle(
  market: Market,
  solver: Solver,
  budget: Budget,
  { rounds, columns, nodes }: Effort,
  best: Best,
  met: ReadonlyMap<string, Pattern>,
): Promise<boolean> {
  // Where limits leave something over, the bound is for what they let in.
  const { packing } = best;
  const settled = packing.leftCount === 0 ? market : { ...market, replicas: placedOf(market, packing) };
  best.raise(volumeBound(settled));
  const forRelaxation = partOf(budget, SHARES.relaxation);
  if (forRelaxation.left() < SOLVER_TAKES) return true;
  const relaxed = await relaxedBound(settled, solver, forRelaxation);
  if (relaxed) best.raise(relaxed.lowerBound);
  if (best.proved) return false;

  const bare = { classes: bareValues(market), limits: new Float64Array(market.limits.length) };
  const own = packing.bins.map(patternOf);
  const seeds = distinct([...cheapestOf(market, [...met.values()], relaxed?.prices ?? bare, SEEDS), ...own]);
  const forBound = partOf(budget, SHARES.bound);
  const { patterns, prices, lowerBound } = await generate(
    settled,
    solver,
    seeds,
    forBound,
    rounds,
    relaxed?.prices,
  );
  best.raise(lowerBound);
  const cut = forBound.expired();
  if (best.proved) return false;

  const every =
    lowerBound > 0 ? everyPattern(settled, prices, packing.cost - worthOf(settled, prices)) : null;
  const known = every ?? distinct([...met.values(), ...patterns]);
  // A program that sees only some of what is known finds nothing that the search does not.
  const forChoice = partOf(budget, SHARES.choice);
  if (known.length > columns || forChoice.left() < SOLVER_TAKES) return cut;
  const chosen = await choose(settled, solver, known, packingOf(settled, packing.bins), forChoice, nodes);
  if (chosen.packing) best.take(packingOf(market, chosen.packing.bins));
  // The program saw all that could be part of a cheaper packing: what it says of them holds of everything.
  if (every) best.raise(chosen.bound);
  return cut || forChoice.expired();
}

function distinct(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.map((pattern) => [patternKey(pattern), pattern])).values()];
}

function placedOf({ replicas }: Market, { left }: Packing): Int32Array {
  return replicas.map((count, c) => count - Math.max(0, left[c] as number));
}

function cheapestOf(market: Market, patterns: readonly Pattern[], prices: Prices, count: number): Pattern[] {
  return patterns
    .map((pattern) => ({ pattern, excess: reducedCost(market, pattern, prices) }))
    .sort((a, b) => a.excess - b.excess)
    .slice(0, count)
    .map(({ pattern }) => pattern);
}
