import type { Solver } from '../solver/solver.ts';
import { anneal } from './anneal.ts';
import { generate, worthOf } from './bound.ts';
import type { Budget } from './budget.ts';
import { partOf } from './budget.ts';
import { choose } from './choose.ts';
import type { Effort } from './effort.ts';
import { everyPattern } from './every-pattern.ts';
import { firstFit } from './first-fit.ts';
import { bareValues } from './bare-values.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { better, packingOf } from './packing.ts';
import type { Pattern, Prices } from './pattern.ts';
import { patternKey, patternOf, reducedCost } from './pattern.ts';
import { randomFrom } from './random.ts';

/** The cheapest hosts found, and how far from the best they can be. */
export interface Cheapest {
  readonly packing: Packing;
  /** No packing of what was packed is cheaper. */
  readonly lowerBound: number;
  /** Time ran out, or somebody asked to stop, before all that was to be tried was tried. */
  readonly stopped: boolean;
}

/**
 * Finds the cheapest hosts: ruin and recreate, with values from a first round of column generation; column
 * generation over what it met, for the bound; a mixed-integer program over all of it. For small cases that
 * program sees every pattern that can matter, and is exact.
 */
export async function findCheapest(
  market: Market,
  solver: Solver,
  budget: Budget,
  effort: Effort,
): Promise<Cheapest> {
  const random = randomFrom(effort.seed);
  const met = new Map<string, Pattern>();
  const rest = { random, met };
  let best = firstFit(market);
  const take = (packing: Packing | null): void => {
    if (packing && better(packing, best)) best = packing;
  };
  if (market.classCount === 0) return { packing: best, lowerBound: 0, stopped: false };
  const { warmUp, iterations, roughRounds, rounds, columns, nodes } = effort;

  const values = bareValues(market);
  take(await anneal(market, best, { ...rest, iterations: warmUp, values, budget: partOf(budget, 0.05) }));
  const rough = await generate(market, solver, [...met.values()], partOf(budget, 0.1), roughRounds);
  met.clear();
  for (const pattern of rough.patterns) met.set(patternKey(pattern), pattern);
  if (proved(best, rough.lowerBound)) return { packing: best, lowerBound: best.cost, stopped: false };
  const worth = rough.lowerBound > 0 ? rough.prices.classes : values;
  take(await anneal(market, best, { ...rest, iterations, values: worth, budget: partOf(budget, 0.55) }));

  // Where limits leave something over, the bound is for what they let in.
  const settled = best.leftCount === 0 ? market : { ...market, replicas: placedOf(market, best) };
  const seeds = cheapestOf(market, met, rough.prices, columns);
  for (const bin of best.bins) seeds.push(patternOf(bin));
  const generated = await generate(settled, solver, seeds, partOf(budget, 0.6), rounds);
  for (const pattern of generated.patterns) met.set(patternKey(pattern), pattern);
  const { prices } = generated.lowerBound > 0 ? generated : rough;
  const start = packingOf(settled, best.bins);
  const slack = best.cost - worthOf(settled, generated.prices);
  const every = generated.lowerBound > 0 ? everyPattern(settled, generated.prices, slack) : null;
  const options = every ?? cheapestOf(market, met, prices, columns);
  const chosen = await choose(settled, solver, options, start, budget, nodes);
  take(chosen.packing && packingOf(market, chosen.packing.bins));

  // The program saw all that could be part of a cheaper packing: what it says of them holds of everything.
  const bounds = [
    every ? chosen.bound : 0,
    generated.lowerBound,
    ...(settled === market ? [rough.lowerBound] : []),
  ];
  return { packing: best, lowerBound: Math.min(best.cost, Math.max(...bounds)), stopped: budget.expired() };
}

/** Nothing is left to gain: everything is placed at the lowest possible cost. */
function proved({ cost, leftCount }: Packing, lowerBound: number): boolean {
  return leftCount === 0 && cost <= lowerBound * (1 + 1e-6);
}

function placedOf({ replicas }: Market, { left }: Packing): Int32Array {
  return replicas.map((count, c) => count - Math.max(0, left[c] as number));
}

function cheapestOf(
  market: Market,
  patterns: ReadonlyMap<string, Pattern>,
  prices: Prices,
  count: number,
): Pattern[] {
  return [...patterns.values()]
    .map((pattern) => ({ pattern, excess: reducedCost(market, pattern, prices) }))
    .sort((a, b) => a.excess - b.excess)
    .slice(0, count)
    .map(({ pattern }) => pattern);
}
