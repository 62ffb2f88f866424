import type { Solver } from '../solver/solver.ts';
import type { Budget } from './budget.ts';
import { partOf } from './budget.ts';
import { exchangesOf } from './exchanges.ts';
import type { Market } from './market.ts';
import { masterProgram, patternColumns, pricesFrom } from './master.ts';
import type { Pattern, Prices } from './pattern.ts';
import { patternKey } from './pattern.ts';
import type { Point } from './price-offers.ts';
import { priceOffers, sharpen } from './price-offers.ts';
import { roundUp } from './price-step.ts';
import { relaxedBound } from './relaxed-bound.ts';

/** What column generation found. */
export interface Generated {
  /** No packing of everything is cheaper. */
  readonly lowerBound: number;
  /** What instances are worth where the bound was highest. */
  readonly prices: Prices;
  readonly patterns: readonly Pattern[];
}

/** How column generation goes for a while. */
interface Level {
  /** How far each offer is searched: little at first, so that prices settle soon. */
  readonly nodes: number;
  /** Done when the patterns cost at most so much more than the bound, as a share of it. */
  readonly near: number;
  /** How far prices go from where the bound was highest towards the last duals: these swing wildly. */
  readonly stride: number;
  /** How many rounds one of them counts as: those that search further take longer. */
  readonly weight: number;
}

const LEVELS: readonly Level[] = [
  { nodes: 10, near: 4e-3, stride: 0.5, weight: 1 },
  { nodes: 100, near: 4e-3, stride: 0.3, weight: 2 },
  { nodes: 1_000, near: 1e-6, stride: 0.3, weight: 20 },
];

/**
 * Bounds the cost from below by column generation over the configuration program: prices from the patterns known,
 * then for each offer the patterns worth most at these prices. Every round proves a bound of its own (see
 * `dualBound`), and the best counts, so that it may stop at any. Where an offer's search ends early, what its bound
 * comes from joins the columns of the level, parts of instances and all: the program is then a relaxation that the
 * bound does reach. The next level starts without them and searches further.
 */
export async function generate(
  market: Market,
  solver: Solver,
  seeds: readonly Pattern[],
  budget: Budget,
  rounds: number,
  start?: Prices,
): Promise<Generated> {
  const known = new Map(seeds.map((pattern) => [patternKey(pattern), pattern]));
  const inRounds = partOf(budget, 0.85);
  const relaxed = start ? null : await relaxedBound(market, solver, inRounds);
  const generation = new Generation(market, solver, inRounds, known);
  const from = start ?? relaxed?.prices;
  let left = rounds;
  for (const level of LEVELS) left = await generation.run(level, left, from);
  const best = generation.best && (await sharpen(market, generation.best, budget));
  const prices = best?.prices ?? relaxed?.prices ?? nothing(market);
  const lowerBound = roundUp(market, Math.max(best?.lowerBound ?? 0, relaxed?.lowerBound ?? 0));
  return { lowerBound, prices, patterns: [...known.values()] };
}

/** Column generation as it goes on. */
class Generation {
  readonly #market: Market;
  readonly #solver: Solver;
  readonly #budget: Budget;
  readonly #known: Map<string, Pattern>;
  best: Point | undefined;

  constructor(market: Market, solver: Solver, budget: Budget, known: Map<string, Pattern>) {
    this.#market = market;
    this.#solver = solver;
    this.#budget = budget;
    this.#known = known;
  }

  /** Goes on for at most so many rounds; returns how many are left. */
  async run(
    { nodes, near, stride, weight }: Level,
    rounds: number,
    from: Prices | undefined,
  ): Promise<number> {
    let left = rounds;
    if (left <= 0 || this.#budget.expired()) return left;
    const first = this.best?.bound.prices ?? from;
    const added = first ? ((await this.#priceAt(first, nodes)) ?? []) : [];
    const patterns = [...this.#known.values(), ...added];
    const session = this.#solver.open(
      masterProgram(this.#market, patterns, false, exchangesOf(this.#market)),
    );
    try {
      for (let smooth = true; left > 0 && !this.#budget.expired(); left -= weight) {
        const { signal } = this.#budget;
        const solved = await session.solve({ signal, timeLimit: this.#budget.left() });
        if (solved.status !== 'optimal') break;
        if (this.best && solved.objective <= this.best.bound.lowerBound * (1 + near)) break;
        const outer = pricesFrom(this.#market, solved);
        const inner = smooth && this.best ? between(this.best.bound.prices, outer, stride) : outer;
        const columns = await this.#priceAt(inner, nodes);
        if (!columns || (columns.length === 0 && inner === outer)) break;
        session.add(patternColumns(this.#market, columns));
        smooth = columns.length > 0;
      }
    } finally {
      await session.close();
    }
    return left;
  }

  /** Takes note of the bound and the patterns at some prices; returns new columns, or null where time runs out. */
  async #priceAt(prices: Prices, nodes: number): Promise<Pattern[] | null> {
    const priced = await priceOffers(this.#market, prices, nodes, this.#budget);
    if (!priced) return null;
    const { point, patterns, partial } = priced;
    if (!this.best || point.bound.lowerBound > this.best.bound.lowerBound) this.best = point;
    const news = patterns.filter((pattern) => !this.#known.has(patternKey(pattern)));
    for (const pattern of news) this.#known.set(patternKey(pattern), pattern);
    return [...news, ...partial];
  }
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
