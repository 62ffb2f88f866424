import type { Board } from './board.ts';
import type { Handful } from './handfuls.ts';
import { handfulsOf, Handfuls, needOf } from './handfuls.ts';
import type { Looks } from './looks.ts';

/** A host on the way, as it would be once it has what the one before gives it. */
interface Link {
  readonly host: number;
  readonly guests: readonly number[];
  /** What would be free; what is missing of the resource is negative. */
  readonly room: Float64Array;
  readonly before?: { readonly link: Link; readonly given: Handful; readonly taken: Handful };
}

/** Who goes where, -1 for those who give their place to another. */
export type Moves = ReadonlyMap<number, number>;

/**
 * Finds chains of exchanges between hosts that pass a shortage of one resource on, until it comes to a host that has as
 * much to spare. Each is passed on whole: what leaves needs as much more than what comes, to the last unit.
 */
export class Chain {
  readonly #board: Board;
  readonly #resource: number;
  readonly #handfuls: Handfuls;
  readonly #looks: Looks;

  constructor(board: Board, resource: number, looks: Looks) {
    this.#board = board;
    this.#resource = resource;
    this.#handfuls = new Handfuls(board, resource);
    this.#looks = looks;
    looks.left -= this.#handfuls.count;
  }

  /** Finds the shortest after which a host has so much more of the resource, and room for a newcomer otherwise. */
  find(host: number, amount: number, newcomer: number): Moves | undefined {
    const { free, needs, width } = this.#board;
    const room = Float64Array.from({ length: width }, (_, r) => {
      return (free[host * width + r] as number) - (needs[newcomer * width + r] as number);
    });
    room[this.#resource] = -amount;
    const reached = new Uint8Array(this.#board.hosts.length);
    reached[host] = 1;
    const links: Link[] = [{ host, guests: this.#board.guests[host] as number[], room }];
    for (const link of links) {
      for (const given of handfulsOf(link.guests)) {
        if (this.#looks.left <= 0 || links.length === reached.length) return undefined;
        for (const next of this.#passOn(link, given, reached)) {
          if ((next.room[this.#resource] as number) >= 0) return movesOf(next);
          reached[next.host] = 1;
          links.push(next);
        }
      }
    }
    return undefined;
  }

  /** Lists the hosts that can take a handful for one of theirs that needs less by what is missing. */
  *#passOn(link: Link, given: Handful, reached: Uint8Array): Generator<Link> {
    const { free, width } = this.#board;
    const wanted = needOf(this.#board, given, this.#resource) + (link.room[this.#resource] as number);
    const { hosts, handfuls } = this.#handfuls.needing(wanted);
    this.#looks.left -= hosts.length + 1;
    for (let nth = 0; nth < hosts.length; nth++) {
      const host = hosts[nth] as number;
      if (reached[host] === 1) continue;
      const taken = handfuls[nth] as Handful;
      const room = free.slice(host * width, (host + 1) * width);
      if (!this.#exchange(link.room, room, given, taken)) continue;
      if (!this.#allows(given, host) || !this.#allows(taken, link.host)) continue;
      const guests = (this.#board.guests[host] as number[]).filter((member) => !taken.includes(member));
      yield { host, guests: [...guests, ...given], room, before: { link, given, taken } };
    }
  }

  /** Takes what is exchanged into account in `room`; false where either side has too little of another resource. */
  #exchange(from: Float64Array, room: Float64Array, given: Handful, taken: Handful): boolean {
    for (let r = 0; r < room.length; r++) {
      const more = needOf(this.#board, given, r) - needOf(this.#board, taken, r);
      room[r]! -= more;
      if (r !== this.#resource && ((room[r] as number) < 0 || (from[r] as number) + more < 0)) return false;
    }
    return true;
  }

  #allows(handful: Handful, host: number): boolean {
    return handful.every((member) => this.#board.allows(member, host));
  }
}

/** Adds up the exchanges that lead to the last host: who is passed on twice goes to the second. */
function movesOf(last: Link): Moves {
  const path: Link[] = [];
  for (let link: Link | undefined = last; link; link = link.before?.link) path.unshift(link);
  const moves = new Map<number, number>();
  for (const { host, before } of path) {
    if (!before) continue;
    for (const member of before.given) moves.set(member, host);
    for (const member of before.taken) moves.set(member, before.link.host);
  }
  return moves;
}
