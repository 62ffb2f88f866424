import type { Solver } from '../solver/solver.ts';
import { anneal } from './anneal.ts';
import { bareValues } from './bare-values.ts';
import { Best } from './best.ts';
import type { Budget } from './budget.ts';
import { partOf } from './budget.ts';
import type { Effort } from './effort.ts';
import { firstFit } from './first-fit.ts';
import { iterationsFor } from './iterations-for.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { better, packingOf } from './packing.ts';
import type { Pattern } from './pattern.ts';
import { randomFrom } from './random.ts';
import { runPatiently } from './run-search.ts';
import { settle } from './settle.ts';
import { volumeBound } from './volume-bound.ts';

/** The part of all iterations, and of the time, that the first search may take. */
const SCOUTING = { iterations: 0.25, time: 0.12 };

/** The cheapest hosts found, and how far from the best they can be. */
export interface Cheapest {
  readonly packing: Packing;
  /** No packing of what was packed is cheaper. */
  readonly lowerBound: number;
  /** Time ran out, or somebody asked to stop, before all that was to be tried was tried. */
  readonly stopped: boolean;
}

/**
 * Finds the cheapest hosts: first fit, or what stands already where that is better; a short ruin and recreate; then
 * bounds over what it met, and for small cases a program that sees every pattern that can matter and is exact; what is
 * not proved the best by then is searched for longer.
 */
export async function findCheapest(
  market: Market,
  solver: Solver,
  budget: Budget,
  effort: Effort,
  standing?: Packing,
): Promise<Cheapest> {
  const best = new Best(market, budget, startOf(market, standing));
  const whole = best.packing.leftCount === 0;
  if (whole) best.raise(volumeBound(market));
  if (market.classCount === 0 || best.proved) return { ...best.answer, stopped: false };

  // The bound is for what is placed: where limits leave something over, no search may change that afterwards.
  const scouting = whole ? SCOUTING : { iterations: 1, time: 0.5 };
  const iterations = iterationsFor(market, effort);
  const first = Math.ceil(iterations * scouting.iterations);
  const met = new Map<string, Pattern>();
  const search = async (most: number, seed: number, inTime: Budget): Promise<boolean> => {
    const [values, random, enough] = [bareValues(market), randomFrom(seed), best.lowerBound];
    const annealing = { iterations: most, values, random, met, enough };
    await runPatiently(anneal(market, best.packing, annealing), inTime, (packing) => {
      best.take(packing);
    });
    return inTime.expired();
  };
  let stopped = await search(first, effort.seed, partOf(budget, scouting.time));
  if (!best.proved) stopped = (await settle(market, solver, budget, effort, best, met)) || stopped;
  if (!best.proved && whole) stopped = (await search(iterations - first, effort.seed + 1, budget)) || stopped;
  return { ...best.answer, stopped: stopped && !best.proved };
}

/** First fit, or what stands already where that is better. */
function startOf(market: Market, standing: Packing | undefined): Packing {
  const first = firstFit(market, 'thriftiest');
  const kept = standing && packingOf(market, standing.bins);
  return kept && !better(first, kept) ? kept : first;
}
