import type { Solver } from '../solver/solver.ts';
import type { Budget } from './budget.ts';
import { partOf } from './budget.ts';
import { boundExactly } from './bound-exactly.ts';
import { exchangesOf } from './exchanges.ts';
import type { Market } from './market.ts';
import { fillBest } from './knapsack.ts';
import { masterProgram, pricesFrom } from './master.ts';
import type { Pattern, Prices } from './pattern.ts';
import { offerCost, patternKey } from './pattern.ts';

/** What column generation found. */
export interface Generated {
  /** No packing of everything is cheaper (Farley's bound on the configuration program). */
  readonly lowerBound: number;
  /** What instances are worth where the bound was highest. */
  readonly prices: Prices;
  readonly patterns: readonly Pattern[];
}

/** How far each offer is searched in a round, before its grid says how good it can be. */
const NODES = 1_500;

/** How far prices go from where the bound was highest towards the last duals: these swing wildly at first. */
const STRIDE = 0.5;

/** Prices, and for each offer by which factor its best content may be worth more than it costs. */
interface Point {
  readonly prices: Prices;
  readonly excess: Float64Array;
  readonly lowerBound: number;
}

/**
 * Bounds the cost from below by column generation: prices from the patterns known, then for each offer the pattern
 * worth most at these prices, until none is worth more than it costs.
 */
export async function generate(
  market: Market,
  solver: Solver,
  seeds: readonly Pattern[],
  budget: Budget,
  rounds: number,
): Promise<Generated> {
  const known = new Map(seeds.map((pattern) => [patternKey(pattern), pattern]));
  const exchanges = exchangesOf(market);
  const inRounds = partOf(budget, 0.6);
  let best: Point | undefined;
  let missed = false;
  for (let round = 0; round < rounds && !inRounds.expired(); round++) {
    const program = masterProgram(market, [...known.values()], false, exchanges);
    const solved = await solver.solve(program, { signal: budget.signal, timeLimit: inRounds.left() });
    if (solved.status !== 'optimal') break;
    const outer = pricesFrom(market, solved);
    const prices = best && !missed ? between(scaled(best), outer, STRIDE) : outer;
    const found: Pattern[] = [];
    const point = await priceAll(market, prices, inRounds, found);
    if (!point) break;
    missed = best !== undefined && !missed && point.lowerBound <= best.lowerBound;
    if (!best || point.lowerBound > best.lowerBound) best = point;
    for (const pattern of found) known.set(patternKey(pattern), pattern);
    if (solved.objective <= best.lowerBound * (1 + 1e-6)) break;
  }
  const patterns = [...known.values()];
  if (!best) return { lowerBound: 0, prices: nothing(market), patterns };
  const sharpened = await sharpen(market, solver, best, budget);
  return { lowerBound: sharpened.lowerBound, prices: scaled(sharpened), patterns };
}

/** Fills every offer; undefined where time runs out. */
async function priceAll(
  market: Market,
  prices: Prices,
  budget: Budget,
  found: Pattern[],
): Promise<Point | undefined> {
  const excess = new Float64Array(market.offerCount);
  for (let offer = 0; offer < market.offerCount; offer++) {
    const above = offerCost(market, offer, prices);
    const answer = fillBest(market, offer, prices.classes, { above, all: false, nodes: NODES });
    found.push(...answer.patterns);
    excess[offer] = answer.bound / above;
    await budget.pause();
    if (budget.expired()) return undefined;
  }
  return pointAt(market, prices, excess);
}

/** Looks exactly at the offers that hold the bound down, the worst first, while there is time. */
async function sharpen(market: Market, solver: Solver, point: Point, budget: Budget): Promise<Point> {
  const excess = point.excess.slice();
  const exact = new Set<number>();
  while (!budget.expired()) {
    const worst = excess.indexOf(Math.max(...excess));
    if (exact.has(worst) || (excess[worst] as number) <= 1 + 1e-6) break;
    exact.add(worst);
    const bound = await boundExactly(market, solver, worst, point.prices.classes, budget);
    const cost = offerCost(market, worst, point.prices);
    excess[worst] = Math.max(1, Math.min(excess[worst] as number, bound / cost));
  }
  return pointAt(market, point.prices, excess);
}

function pointAt(market: Market, prices: Prices, excess: Float64Array): Point {
  const point = { prices, excess, lowerBound: 0 };
  return { ...point, lowerBound: Math.max(0, worthOf(market, scaled(point))) };
}

/** The prices of a point, lowered until no content is worth more than its offer costs. */
function scaled({ prices, excess }: Point): Prices {
  const factor = 1 / Math.max(1, ...excess);
  return { classes: prices.classes.map((value) => value * factor), limits: prices.limits };
}

function nothing({ classCount, limits }: Market): Prices {
  return { classes: new Float64Array(classCount), limits: new Float64Array(limits.length) };
}

/** Goes from the first prices to the second, by a share of the way. */
function between(from: Prices, to: Prices, share: number): Prices {
  const mix = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((value, at) => value + share * ((b[at] as number) - value));
  return { classes: mix(from.classes, to.classes), limits: mix(from.limits, to.limits) };
}

/** What all that is wanted is worth. */
export function worthOf({ replicas, limits }: Market, prices: Prices): number {
  let worth = 0;
  for (const [c, count] of replicas.entries()) worth += count * (prices.classes[c] as number);
  for (const [n, { most }] of limits.entries()) worth += most * (prices.limits[n] as number);
  return worth;
}
