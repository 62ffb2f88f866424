import type { Board } from './board.ts';

/** A host with more guests gives away one at a time. */
const CROWD = 24;
/** With more handfuls in all, every host does. */
const MOST = 400_000;

/** One or two members of a board that leave a host together, or nobody. */
export type Handful = readonly number[];

/** Handfuls that need the same of a resource, and the host of each. */
interface Alike {
  readonly hosts: number[];
  readonly handfuls: Handful[];
}

/** The handfuls of every host of a board, by what they need of one resource. */
export class Handfuls {
  readonly count: number;
  readonly #alike = new Map<number, Alike>();

  constructor(board: Board, resource: number) {
    const all = board.guests.reduce(
      (sum, { length }) => sum + (length > CROWD ? length : length ** 2 / 2),
      0,
    );
    let count = 0;
    for (const [host, guests] of board.guests.entries()) {
      for (const handful of handfulsOf(guests, all > MOST ? 0 : CROWD)) {
        const need = needOf(board, handful, resource);
        let alike = this.#alike.get(need);
        if (!alike) this.#alike.set(need, (alike = { hosts: [], handfuls: [] }));
        alike.hosts.push(host);
        alike.handfuls.push(handful);
        count++;
      }
    }
    this.count = count;
  }

  /** The handfuls that need exactly so much. */
  needing(amount: number): Alike {
    return this.#alike.get(amount) ?? { hosts: [], handfuls: [] };
  }
}

/** Lists nobody, each guest, and each two of them where there are no more than `crowd`. */
export function handfulsOf(guests: readonly number[], crowd = CROWD): Handful[] {
  const all: Handful[] = [[], ...guests.map((one) => [one])];
  if (guests.length > crowd) return all;
  for (const [nth, one] of guests.entries()) {
    for (let other = nth + 1; other < guests.length; other++) all.push([one, guests[other] as number]);
  }
  return all;
}

/** What a handful needs of a resource. */
export function needOf({ needs, width }: Board, handful: Handful, resource: number): number {
  let sum = 0;
  for (const member of handful) sum += needs[member * width + resource] as number;
  return sum;
}
