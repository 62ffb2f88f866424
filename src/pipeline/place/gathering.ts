import type { Board } from './board.ts';
import type { Moves } from './chain.ts';
import { Chain } from './chain.ts';
import { NOWHERE } from './instance.ts';
import type { Looks } from './looks.ts';
import { oneOfEach } from './one-of-each.ts';
import { standIn } from './stand-in.ts';
import { wouldFit } from './would-fit.ts';

const MOST_LOOKS = 6_000_000;
/** How many hosts are tried where somebody nearly fits, and how many amounts to gather there at once. */
const MOST_GAPS = 12;
const MOST_AMOUNTS = 6;

/** A host where somebody who waits would have room but for some of one resource. */
interface Gap {
  readonly member: number;
  readonly host: number;
  readonly resource: number;
  readonly missing: number;
  /** What is missing, as a part of what is needed. */
  readonly part: number;
}

/**
 * Gathers what is free here and there on one host, until one who waits has room there. Made for the last few places:
 * where nearly everything is full, chance seldom finds the exchanges that still help.
 */
export class Gathering {
  readonly #board: Board;
  readonly #looks: Looks = { left: MOST_LOOKS };

  constructor(board: Board) {
    this.#board = board;
  }

  /** Goes on until nobody else is let in; answers how many more have a place. Others may have changed places for nothing. */
  run(): number {
    for (let more = 0; ; more++) {
      const [least] = this.#gaps();
      if (!least) return more;
      if (least.missing > 0) this.#spare(least.resource);
      if (!this.#gaps().some((gap) => this.#close(gap))) return more;
    }
  }

  /** Lists the gaps of which the least part is missing. */
  #gaps(): Gap[] {
    const least: Gap[] = [];
    for (const member of oneOfEach(this.#board)) {
      for (let host = 0; host < this.#board.hosts.length && this.#looks.left > 0; host++) {
        this.#looks.left--;
        const gap = this.#gapAt(member, host);
        if (!gap || gap.part >= (least[MOST_GAPS - 1]?.part ?? Infinity)) continue;
        if (!this.#board.allows(member, host)) continue;
        const after = least.findIndex(({ part }) => part > gap.part);
        least.splice(after < 0 ? least.length : after, 0, gap);
        least.length = Math.min(least.length, MOST_GAPS);
      }
    }
    return least;
  }

  #gapAt(member: number, host: number): Gap | undefined {
    const { free, needs, width } = this.#board;
    let gap: Gap = { member, host, resource: 0, missing: 0, part: 0 };
    for (let resource = 0; resource < width; resource++) {
      const need = needs[member * width + resource] as number;
      const missing = need - (free[host * width + resource] as number);
      if (missing <= 0) continue;
      if (gap.missing > 0) return undefined;
      gap = { member, host, resource, missing, part: missing / need };
    }
    return gap;
  }

  /** Lets those who wait and need less of a resource stand in for those who need more. */
  #spare(resource: number): void {
    let moves: Moves | undefined;
    do moves = standIn(this.#board, resource, this.#looks);
    while (moves && this.#carryOut(moves));
  }

  /** Gathers what is missing, and lets the member in. */
  #close({ member, host }: Gap): boolean {
    const gap = this.#gapAt(member, host);
    if (!gap) return false;
    const { resource, missing } = gap;
    for (let left = missing; left > 0;) {
      const chain = new Chain(this.#board, resource, this.#looks);
      const gathered = this.#amounts(resource, left, host).find((amount) => {
        const moves = chain.find(host, amount, member);
        return moves && this.#carryOut(moves);
      });
      if (gathered === undefined) return false;
      left -= gathered;
    }
    return this.#carryOut(new Map([[member, host]]));
  }

  /** What could be gathered at once, of what is free on another host; the most first. */
  #amounts(resource: number, most: number, host: number): number[] {
    const { free, hosts, width } = this.#board;
    const amounts = new Set<number>();
    for (let other = 0; other < hosts.length; other++) {
      const amount = Math.min(most, free[other * width + resource] as number);
      if (other !== host && amount > 0) amounts.add(amount);
    }
    return [...amounts].sort((a, b) => b - a).slice(0, MOST_AMOUNTS);
  }

  /** Moves members, or nobody where one of them has no room or a rule forbids it. */
  #carryOut(moves: Moves): boolean {
    const { seat } = this.#board;
    const before = new Map([...moves.keys()].map((member) => [member, seat[member] as number]));
    this.#leave(moves);
    const done = [...moves].every(([member, host]) => {
      if (host === NOWHERE) return true;
      if (!wouldFit(this.#board, host, [member])) return false;
      this.#board.put(member, host);
      return true;
    });
    if (done) return true;
    this.#leave(moves);
    for (const [member, host] of before) if (host !== NOWHERE) this.#board.put(member, host);
    return false;
  }

  #leave(moves: Moves): void {
    for (const member of moves.keys()) if (this.#board.seat[member] !== NOWHERE) this.#board.take(member);
  }
}
