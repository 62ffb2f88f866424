import type { Board } from './board.ts';
import { changePlaces } from './change-places.ts';
import type { Effort } from './effort.ts';
import { effortFor, settlingRounds } from './effort.ts';
import { Exchange } from './exchange.ts';
import { fewestMoves, MOST_PAIRS } from './fewest-moves.ts';
import { Gathering } from './gathering.ts';
import { hopefulOf } from './hopeful.ts';
import type { Instance } from './instance.ts';
import { byUrgency, NOWHERE } from './instance.ts';
import { MostPlaced } from './most-placed.ts';
import { moveAside } from './move-aside.ts';
import type { Occupancy } from './occupancy.ts';
import { Ranking } from './ranking.ts';
import { RuinAndRecreate } from './ruin-and-recreate.ts';
import { Snapshot } from './snapshot.ts';

/** How often newcomers change places and computes are filled anew, by turns; with so many pairs, a turn takes long to begin. */
const TURNS = 5;
const LONG_TURNS = 3;
const LARGE = 12_000_000;
/** Where no more than this could still have a place, room is gathered for them. */
const FEW = 3;
/** How often the outcome is taken for what the next plan will find, before it is left as it is. */
const PASSES = 12;

/**
 * Places what found no place: newcomers change places, others are moved aside, room is gathered where only a few are
 * missing, and a few computes are filled anew. It goes on from what it reached, as the next plan would, until that
 * betters nothing. A small fleet is searched completely
 * before that, and after it where that proved nothing. The quick effort only moves aside. Budgets count steps, not
 * seconds, so that the same input gives the same outcome.
 */
export function repair(
  occupancy: Occupancy,
  unplaced: readonly Instance[],
  effort: Effort = 'thorough',
): void {
  const ranking = new Ranking(occupancy);
  if (effort === 'quick') return moveAside(occupancy, ranking, unplaced);
  const isSmall = countMovable(occupancy, unplaced) * occupancy.fleet.size <= MOST_PAIRS;
  const isHopeful = hopefulOf(occupancy, unplaced).length > 0;
  if (!isSmall && !isHopeful) return;
  // Whoever gives its place to another is on no compute afterwards, and still one of them.
  const all = movable(occupancy, unplaced);
  if (isSmall) {
    if (isHopeful) moveAside(occupancy, ranking, waitingIn(all));
    if (fewestMoves(occupancy, ranking, all)) return;
  }
  if (isHopeful) placeMore(occupancy, ranking, all);
  if (isSmall) fewestMoves(occupancy, ranking, all);
}

function placeMore(occupancy: Occupancy, ranking: Ranking, all: readonly Instance[]): void {
  const { sites } = occupancy.fleet;
  const newcomers = all.filter(({ from }) => from === undefined);
  const homeOf = ({ from }: Instance): number =>
    from === undefined ? NOWHERE : (sites.indexOf(from) ?? NOWHERE);
  const most = new MostPlaced(occupancy, all);
  if (newcomers.some(({ placed }) => placed)) {
    const before = new Snapshot(occupancy, all);
    const count = waitingIn(all).length;
    const { exchanges, rounds } = effortFor(all.length, occupancy.fleet.size);
    const turns = all.length * occupancy.fleet.size > LARGE ? LONG_TURNS : TURNS;
    for (let turn = 0; turn < turns; turn++) {
      const exchange = (board: Board): number => new Exchange(board, turn).run(exchanges / turns);
      changePlaces(occupancy, newcomers, hopefulOf(occupancy, all), exchange);
      if (turn === 0) moveAside(occupancy, ranking, waitingIn(all));
      let more = most.more();
      if (more > 0 && more <= FEW) {
        const gather = (board: Board): number => new Gathering(board).run();
        if (changePlaces(occupancy, newcomers, hopefulOf(occupancy, all), gather) > 0) more = most.more();
      }
      const waiting = hopefulOf(occupancy, all);
      if (waiting.length === 0 || more === 0) break;
      new RuinAndRecreate(occupancy, waiting, homeOf, turn).run(rounds / turns);
      if (most.more() === 0) break;
    }
    if (sameNumber(all, count)) before.restore();
  }
  // Nobody moved and nobody else has room: there is nothing to better.
  const nobodyMoved = all.every((one) => homeOf(one) === NOWHERE || one.compute === homeOf(one));
  if (nobodyMoved && most.more() === 0) return;
  settle(occupancy, ranking, all, homeOf);
  for (const instance of waitingIn(all)) ranking.seat(instance);
}

/** Moves aside and fills anew as the next plan would, for which all stand where they are, until nothing betters. */
function settle(
  occupancy: Occupancy,
  ranking: Ranking,
  all: readonly Instance[],
  homeAtFirst: (instance: Instance) => number,
): void {
  let homeOf = homeAtFirst;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = new Snapshot(occupancy, all);
    const count = waitingIn(all).length;
    moveAside(occupancy, ranking, waitingIn(all));
    const waiting = hopefulOf(occupancy, all);
    const rounds = settlingRounds(waiting.length, all.length, occupancy.fleet.size);
    const better = new RuinAndRecreate(occupancy, waiting, homeOf).run(rounds);
    if (better === 0 && sameNumber(all, count)) return before.restore();
    const reached = new Map(all.map((one) => [one, one.compute]));
    homeOf = (one) => reached.get(one) ?? NOWHERE;
  }
}

function sameNumber(all: readonly Instance[], waiting: number): boolean {
  return waitingIn(all).length === waiting;
}

function waitingIn(all: readonly Instance[]): Instance[] {
  return all.filter(({ placed }) => !placed);
}

/** Counts all that are not pinned without listing them: a large fleet has too many. */
function countMovable(occupancy: Occupancy, unplaced: readonly Instance[]): number {
  let count = unplaced.filter(({ placed }) => !placed).length;
  for (let compute = 0; compute < occupancy.fleet.size; compute++) {
    for (const instance of occupancy.on(compute)) if (!instance.pin) count++;
  }
  return count;
}

/** Lists all that are not pinned, those without a place included. */
function movable(occupancy: Occupancy, unplaced: readonly Instance[]): Instance[] {
  const all = new Set(unplaced);
  for (let compute = 0; compute < occupancy.fleet.size; compute++) {
    for (const instance of occupancy.on(compute)) if (!instance.pin) all.add(instance);
  }
  return [...all].sort(byUrgency);
}
