import type { Solver } from '../solver/solver.ts';
import { anneal } from './anneal.ts';
import { bareValues } from './bare-values.ts';
import { Best } from './best.ts';
import { generate } from './bound.ts';
import type { Budget } from './budget.ts';
import { partOf } from './budget.ts';
import { choose } from './choose.ts';
import { worthOf } from './dual-bound.ts';
import type { Effort } from './effort.ts';
import { everyPattern } from './every-pattern.ts';
import { firstFit } from './first-fit.ts';
import { iterationsFor } from './iterations-for.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { packingOf } from './packing.ts';
import type { Pattern, Prices } from './pattern.ts';
import { patternKey, patternOf, reducedCost } from './pattern.ts';
import { randomFrom } from './random.ts';
import { runPatiently } from './run-search.ts';
import { volumeBound } from './volume-bound.ts';

/** Which part of the time that is left each step may take. */
const SHARES = { search: 0.7, bound: 0.6, choice: 0.9 };

/** The cheapest hosts found, and how far from the best they can be. */
export interface Cheapest {
  readonly packing: Packing;
  /** No packing of what was packed is cheaper. */
  readonly lowerBound: number;
  /** Time ran out, or somebody asked to stop, before all that was to be tried was tried. */
  readonly stopped: boolean;
}

/**
 * Finds the cheapest hosts: first fit, unless that is proved best at once; ruin and recreate; column generation over
 * what it met, for the bound; a mixed-integer program over all of it. For small cases that program sees every
 * pattern that can matter, and is exact.
 */
export async function findCheapest(
  market: Market,
  solver: Solver,
  budget: Budget,
  effort: Effort,
): Promise<Cheapest> {
  const start = firstFit(market, 'thriftiest');
  const best = new Best(market, budget, start);
  if (start.leftCount === 0) best.raise(volumeBound(market));
  if (market.classCount === 0 || best.proved) return answerOf(best, false);

  const met = new Map<string, Pattern>();
  const annealing = {
    iterations: iterationsFor(market, effort),
    values: bareValues(market),
    random: randomFrom(effort.seed),
    met,
    enough: best.lowerBound,
  };
  await runPatiently(anneal(market, start, annealing), partOf(budget, SHARES.search), (packing) => {
    best.take(packing);
  });
  if (!best.proved) await settle(market, solver, budget, effort, best, [...met.values()]);
  return answerOf(best, !best.proved && budget.expired());
}

function answerOf({ packing, lowerBound }: Best, stopped: boolean): Cheapest {
  return { packing, lowerBound, stopped };
}

/** Column generation for the bound, then a mixed-integer program over the patterns that may matter. */
async function settle(
  market: Market,
  solver: Solver,
  budget: Budget,
  { rounds, columns, nodes }: Effort,
  best: Best,
  met: readonly Pattern[],
): Promise<void> {
  // Where limits leave something over, the bound is for what they let in.
  const { packing } = best;
  const settled = packing.leftCount === 0 ? market : { ...market, replicas: placedOf(market, packing) };
  best.raise(volumeBound(settled));
  const bare = { classes: bareValues(market), limits: new Float64Array(market.limits.length) };
  const seeds = cheapestOf(market, [...met, ...packing.bins.map(patternOf)], bare, columns);
  const generated = await generate(settled, solver, seeds, partOf(budget, SHARES.bound), rounds);
  best.raise(generated.lowerBound);
  if (best.proved) return;
  const { patterns, prices, lowerBound } = generated;
  const every =
    lowerBound > 0 ? everyPattern(settled, prices, packing.cost - worthOf(settled, prices)) : null;
  const known = distinct([...met, ...patterns]);
  const options = every ?? cheapestOf(market, known, lowerBound > 0 ? prices : bare, columns);
  const inTime = partOf(budget, SHARES.choice);
  const chosen = await choose(settled, solver, options, packingOf(settled, packing.bins), inTime, nodes);
  if (chosen.packing) best.take(packingOf(market, chosen.packing.bins));
  // The program saw all that could be part of a cheaper packing: what it says of them holds of everything.
  if (every) best.raise(chosen.bound);
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
