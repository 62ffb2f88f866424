import { anneal } from './anneal.ts';
import { bareValues } from './bare-values.ts';
import type { Effort } from './effort.ts';
import { firstFit } from './first-fit.ts';
import { iterationsFor } from './iterations-for.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { randomFrom } from './random.ts';
import { runAtOnce } from './run-search.ts';
import { volumeBound } from './volume-bound.ts';

/**
 * Finds cheap hosts at once and without a solver: first fit, then ruin and recreate. It stops where the volume alone
 * proves that nothing is cheaper.
 */
export function packCheaply(market: Market, effort: Effort): Packing {
  const start = firstFit(market, 'thriftiest');
  const enough = volumeBound(market);
  if (start.leftCount === 0 && start.cost <= enough) return start;
  const values = bareValues(market);
  const iterations = iterationsFor(market, effort);
  const random = randomFrom(effort.seed);
  return runAtOnce(anneal(market, start, { iterations, values, random, met: new Map(), enough }));
}
