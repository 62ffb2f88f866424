import { fewestMoves, MOST_PAIRS } from './fewest-moves.ts';
import type { Instance } from './instance.ts';
import { byUrgency, NOWHERE } from './instance.ts';
import { MakeRoom } from './make-room.ts';
import { Mobility } from './mobility.ts';
import type { Occupancy } from './occupancy.ts';
import { Ranking } from './ranking.ts';
import { readmit } from './readmit.ts';
import { RuinAndRecreate } from './ruin-and-recreate.ts';
import type { Workload } from './workload.ts';

/** How many computes are looked at before what is left over stays without a place. */
const LOOKS = 60_000_000;
/** How often the outcome is taken for what the next plan will find, before it is left as it is. */
const PASSES = 6;
/** How many changes are tried for each instance without a place, for each that is new, and in all. */
const ROUNDS_PER_WAITING = 300;
const ROUNDS_PER_NEWCOMER = 40;
const MOST_ROUNDS = 100_000;
const ROUNDS_PER_PAIR = 2;
/** The most pairs of an instance and a compute for which computes are filled anew. */
const PATIENCE = 4_000_000;

/**
 * Places what found no place: by choosing anew who is let in, by moving one or two others, by filling a few
 * computes anew, and on a small fleet by a complete search. Goes on from what it reached, as the next plan would,
 * until that betters nothing. Its budgets count steps, not seconds, so that the same input gives the same outcome.
 */
export function repair(occupancy: Occupancy, unplaced: readonly Instance[]): void {
  const ranking = new Ranking(occupancy);
  if (unplaced.length > 0) placeMore(occupancy, ranking, movable(occupancy, unplaced));
  if (countMovable(occupancy, unplaced) * occupancy.fleet.size > MOST_PAIRS) return;
  fewestMoves(occupancy, ranking, movable(occupancy, unplaced));
}

function placeMore(occupancy: Occupancy, ranking: Ranking, all: readonly Instance[]): void {
  const isNew = ({ from }: Instance): boolean => from === undefined;
  const { sites } = occupancy.fleet;
  let homeOf = ({ from }: Instance): number =>
    from === undefined ? NOWHERE : (sites.indexOf(from) ?? NOWHERE);
  const pairs = all.length * occupancy.fleet.size;
  const makeRoom = new MakeRoom(occupancy, ranking);
  if (pairs <= PATIENCE) readmit(occupancy, ranking, all.filter(isNew));
  moveAside(occupancy, ranking, makeRoom, waitingIn(all));
  for (let pass = 0; pass < PASSES && pairs <= PATIENCE; pass++) {
    const hopeful = waitingIn(all).filter(({ workload }) => couldEverFit(occupancy, workload));
    if (hopeful.length === 0) break;
    const newcomers = all.filter((one) => one.placed && homeOf(one) === NOWHERE).length;
    const rounds = ROUNDS_PER_WAITING * hopeful.length + ROUNDS_PER_NEWCOMER * newcomers;
    const before = all.map(({ compute, candidates, percentAfter, moved }) => {
      return { compute, candidates, percentAfter, moved };
    });
    const search = new RuinAndRecreate(occupancy, hopeful, homeOf);
    if (search.run(Math.min(MOST_ROUNDS, ROUNDS_PER_PAIR * pairs, rounds)) === 0) {
      for (const instance of all) if (instance.placed) occupancy.take(instance);
      for (const [nth, instance] of all.entries()) {
        const { compute, ...words } = before[nth] as (typeof before)[number];
        if (compute !== NOWHERE) occupancy.put(instance, compute);
        Object.assign(instance, words);
      }
      break;
    }
    const reached = new Map(all.map((one) => [one, one.compute]));
    homeOf = (one) => reached.get(one) ?? NOWHERE;
  }
  for (const instance of waitingIn(all)) ranking.seat(instance);
}

/** Lets in whom it can by moving one or two others for each, in rounds, until a round places nothing. */
function moveAside(
  occupancy: Occupancy,
  ranking: Ranking,
  makeRoom: MakeRoom,
  unplaced: readonly Instance[],
): void {
  let waiting = unplaced;
  while (waiting.length > 0 && makeRoom.looks < LOOKS) {
    makeRoom.mobility = new Mobility(occupancy);
    const hopeless = new Set<string>();
    const left = waiting.filter((instance) => {
      const kind = kindOf(instance.workload);
      if (hopeless.has(kind)) return true;
      if (ranking.seat(instance) || (makeRoom.looks < LOOKS && makeRoom.for(instance))) return false;
      hopeless.add(kind);
      return true;
    });
    if (left.length === waiting.length) break;
    waiting = left;
  }
}

function waitingIn(all: readonly Instance[]): Instance[] {
  return all.filter(({ placed }) => !placed);
}

/** Tells whether any compute would have room if it were empty. */
function couldEverFit({ fleet }: Occupancy, { asked, min, buffer, eligibility }: Workload): boolean {
  return eligibility.mask.some((mark, compute) => {
    if (mark !== 1) return false;
    return asked.every((r) => {
      const needed = (min[r] as number) + (buffer[r] as number);
      return needed <= (fleet.capacity[r * fleet.size + compute] as number);
    });
  });
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

/** Names those that share their fate: services of one class and priority, unless they have rules of their own. */
function kindOf({ index, priority, rules, avoids, class: class_ }: Workload): string {
  const own = avoids.size > 0 || rules.spreadMax !== undefined || rules.topologyKey !== undefined;
  return own ? `${index}` : `${class_} ${priority}`;
}
