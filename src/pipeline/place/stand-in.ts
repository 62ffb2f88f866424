import type { Board } from './board.ts';
import type { Moves } from './chain.ts';
import { handfulsOf } from './handfuls.ts';
import { NOWHERE } from './instance.ts';
import type { Looks } from './looks.ts';
import { oneOfEach } from './one-of-each.ts';
import { wouldFit } from './would-fit.ts';

/**
 * Finds somebody who waits for somebody who has a place, is no more urgent and needs more of a resource: on the same
 * host, or on one from where one or two go there. As many have a place then, and more of the resource is free.
 */
export function standIn(board: Board, resource: number, looks: Looks): Moves | undefined {
  const { seat, width, needs, priority } = board;
  const needOf = (member: number): number => needs[member * width + resource] as number;
  const waiting = oneOfEach(board).sort((a, b) => needOf(a) - needOf(b));
  const least = Math.min(...waiting.slice(0, 1).map(needOf));
  const placed = [...seat.keys()]
    .filter((member) => seat[member] !== NOWHERE && needOf(member) > least)
    .sort((a, b) => needOf(b) - needOf(a));
  for (const comer of waiting) {
    const leavers = placed.filter((one) => {
      return needOf(one) > needOf(comer) && (priority[one] as number) <= (priority[comer] as number);
    });
    looks.left -= placed.length;
    if (looks.left <= 0) return undefined;
    const moves = leavers.length > 0 && replace(board, comer, leavers, looks);
    if (moves) return moves;
  }
  return undefined;
}

/** Finds a place for a comer that one of the leavers gives up, perhaps by way of others. */
function replace(board: Board, comer: number, leavers: readonly number[], looks: Looks): Moves | undefined {
  const { seat, hosts, guests } = board;
  const hostOf = (leaver: number): number => seat[leaver] as number;
  const direct = leavers.find((leaver) => wouldFit(board, hostOf(leaver), [comer], [leaver]));
  if (direct !== undefined) return movesOf(direct, [comer], hostOf(direct));
  for (let host = 0; host < hosts.length && looks.left > 0; host++) {
    looks.left--;
    if (!board.allows(comer, host)) continue;
    for (const handful of handfulsOf(guests[host] as number[])) {
      looks.left--;
      if (!wouldFit(board, host, [comer], handful)) continue;
      looks.left -= leavers.length;
      const leaver = leavers.find((one) => {
        return hostOf(one) !== host && wouldFit(board, hostOf(one), handful, [one]);
      });
      if (leaver === undefined) continue;
      return new Map([...movesOf(leaver, handful, hostOf(leaver)), [comer, host]]);
    }
  }
  return undefined;
}

function movesOf(leaver: number, coming: readonly number[], host: number): Map<number, number> {
  return new Map([[leaver, NOWHERE], ...coming.map((one) => [one, host] as const)]);
}
