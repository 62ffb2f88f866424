import type { Graph } from '../model/graph.ts';
import type { Placement, PlacementOutcome, PlacementPolicy } from '../model/placement.ts';
import type { Budget } from '../packing/budget.ts';
import { centsInUse } from './consolidate/cents-in-use.ts';
import { explained } from './consolidate/explained.ts';
import type { Proposal } from './consolidate/hand-back.ts';
import type { Fleet } from './place/fleet.ts';
import { place } from './place/place.ts';
import type { Ending } from './scenario.ts';
import { Remainder } from './simulate/remainder.ts';
import { Seats } from './simulate/seats.ts';

/** A fleet with everything in its place, and what computes cost. */
export interface Standing {
  readonly graph: Graph;
  readonly outcome: PlacementOutcome;
  readonly policy: PlacementPolicy;
  /** The same graph, compiled. */
  readonly fleet: Fleet;
  /** Prices by compute. */
  readonly cents: Float64Array;
}

/** An ending, and whether a plan reaches it by itself. */
export interface Settled extends Ending {
  readonly planned: boolean;
  readonly cents: number;
}

/** After so many computes that could not be given back on top, no more are tried. */
const MOST_FAILURES = 8;

/**
 * Gives back computes, and has placement confirm that everything keeps a place. First those that a proposal does
 * without, all at once and then one by one, from where everything is: that is what a plan does. Where the proposal
 * itself is cheaper, it is taken. What is empty is given back in any case, if that moves nobody.
 */
export async function settle(
  standing: Standing,
  proposal: Proposal | undefined,
  budget: Budget,
): Promise<Settled> {
  const { outcome, fleet, cents } = standing;
  const inUse = new Set(outcome.placements.map(({ compute }) => compute));
  const priced = fleet.sites.names.filter((_, at) => fleet.sites.active[at] === 1 && cents[at] !== 0);
  const empty = priced.filter((name) => !inUse.has(name));
  let best =
    ending(standing, empty, outcome.placements) ??
    ({
      graph: standing.graph,
      outcome,
      closed: new Set(),
      planned: true,
      cents: costOf(standing, outcome),
    } as const);
  const take = (found: Settled | undefined): boolean => {
    const better = found !== undefined && found.cents < best.cents;
    if (better) best = found;
    return better;
  };
  const spare = proposal ? priced.filter((name) => !proposal.inUse.has(name)) : empty;
  if (take(ending(standing, spare, outcome.placements))) return best;

  const closed = new Set(best.closed);
  let failures = 0;
  for (const name of dearestFirst(standing, priced, new Set(spare))) {
    await budget.pause();
    if (budget.expired() || failures === MOST_FAILURES) break;
    if (take(ending(standing, [...closed, name], outcome.placements))) closed.add(name);
    else failures++;
  }
  if (proposal) {
    const pinned = outcome.placements.filter((placement) => placement.pinned);
    take(ending(standing, spare, [...pinned, ...proposal.placements]));
  }
  return best;
}

/** Lists computes in use, those that are spare first, and the dearest of each first. */
function dearestFirst(
  { outcome, fleet, cents }: Standing,
  names: readonly string[],
  spare: ReadonlySet<string>,
): string[] {
  const inUse = new Set(outcome.placements.map(({ compute }) => compute));
  const priceOf = (name: string): number => cents[fleet.sites.indexOf(name) ?? -1] ?? 0;
  return names
    .filter((name) => inUse.has(name))
    .sort((a, b) => Number(spare.has(b)) - Number(spare.has(a)) || priceOf(b) - priceOf(a));
}

/**
 * Places everything again without some computes; undefined where something then has no place, or where it breaks
 * a rule as long as those computes are there: a region does not fall out of a spread by being given back.
 */
function ending(
  standing: Standing,
  without: readonly string[],
  from: readonly Placement[],
): Settled | undefined {
  const { graph, outcome, policy } = standing;
  const rest = new Remainder(graph, [{ computes: without, services: [] }]);
  const placed = place(rest, from, policy);
  const seats = new Seats(placed.placements);
  if (!outcome.placements.every((placement) => seats.has(placement))) return undefined;
  if (!holds(standing, placed)) return undefined;
  const closed = new Set(without);
  const placements = explained(placed.placements, outcome.placements, closed);
  const planned = from === outcome.placements;
  return {
    graph: rest,
    outcome: { ...placed, placements },
    closed,
    planned,
    cents: costOf(standing, placed),
  };
}

/** Tells whether the whole fleet lets everything stay where it was placed. */
function holds({ graph, policy, fleet }: Standing, { placements }: PlacementOutcome): boolean {
  if (!fleet.workloads.some(({ rules }) => rules.topologyKey !== undefined)) return true;
  const seats = new Seats(place(graph, placements, policy).placements);
  return placements.every((placement) => seats.get(placement)?.compute === placement.compute);
}

function costOf({ fleet, cents }: Standing, { placements }: PlacementOutcome): number {
  return centsInUse(fleet, cents, placements);
}
