import type { Random } from '../../packing/random.ts';
import { randomFrom } from '../../packing/random.ts';
import type { Board } from './board.ts';
import { NOWHERE } from './instance.ts';

/** How much worse the spare room may be used, at first, in squares of what an average instance needs. */
const TEMPERATURE = 0.02;
/** Who waits is tried one by one where somebody left, up to so many. */
const POOL = 48;

/**
 * Lets newcomers change places, so that the spare room comes together until one more fits: one goes elsewhere,
 * two change places, two change with one, or one gives its place to another of its priority that waits. A change
 * is kept when the spare room is in fewer places than before, and at first also when it is not. As many of each
 * priority keep a place as had one.
 */
export class Exchange {
  readonly #board: Board;
  readonly #random: Random;
  readonly #placed: number[] = [];
  readonly #waiting: number[] = [];
  #temperature = 0;

  constructor(board: Board, seed: number) {
    this.#random = randomFrom(seed + 1);
    this.#board = board;
    for (const [member, host] of board.seat.entries()) {
      (host === NOWHERE ? this.#waiting : this.#placed).push(member);
    }
  }

  /** Tries so many changes; answers how many more have a place. */
  run(steps: number): number {
    const before = this.#placed.length;
    if (before === 0) return 0;
    for (let step = 0; step < steps && this.#waiting.length > 0; step++) {
      if ((step & 1023) === 0) this.#temperature = TEMPERATURE * (1 - step / steps);
      const drawn = this.#random();
      if (drawn < 0.3) this.#move();
      else if (drawn < 0.6) this.#swap();
      else if (drawn < 0.85) this.#swapTwo();
      else this.#giveWay();
    }
    return this.#placed.length - before;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #accepts(change: number): boolean {
    if (change >= 0) return true;
    return change > this.#temperature * Math.log(this.#random() + Number.MIN_VALUE);
  }

  /** One goes to another host. */
  #move(): void {
    const { seat, spare, hosts } = this.#board;
    const one = this.#placed[this.#below(this.#placed.length)] as number;
    const from = seat[one] as number;
    const to = this.#below(hosts.length);
    if (to === from || !this.#fits(to, one, -1, -1)) return;
    const before = (spare[from] as number) ** 2 + (spare[to] as number) ** 2;
    const after =
      ((spare[from] as number) + this.#board.cost(one, from)) ** 2 +
      ((spare[to] as number) - this.#board.cost(one, to)) ** 2;
    if (!this.#accepts(after - before) || !this.#board.allows(one, to)) return;
    this.#board.take(one);
    this.#board.put(one, to);
    this.#seatOn(from);
  }

  /** Two change places. */
  #swap(): void {
    const { seat } = this.#board;
    const one = this.#placed[this.#below(this.#placed.length)] as number;
    const other = this.#placed[this.#below(this.#placed.length)] as number;
    if (seat[one] !== seat[other]) this.#trade(one, -1, other);
  }

  /** Two of one host change places with one of another. */
  #swapTwo(): void {
    const { seat, guests } = this.#board;
    const one = this.#placed[this.#below(this.#placed.length)] as number;
    const other = this.#placed[this.#below(this.#placed.length)] as number;
    const beside = guests[seat[one] as number] as number[];
    const second = beside[this.#below(beside.length)] as number;
    if (seat[one] !== seat[other] && second !== one) this.#trade(one, second, other);
  }

  #trade(one: number, second: number, other: number): void {
    const { seat, spare } = this.#board;
    const here = seat[one] as number;
    const there = seat[other] as number;
    if (!this.#fits(here, other, one, second) || !this.#fitsBoth(there, one, second, other)) return;
    let hereAfter = (spare[here] as number) + this.#board.cost(one, here) - this.#board.cost(other, here);
    let thereAfter = (spare[there] as number) + this.#board.cost(other, there) - this.#board.cost(one, there);
    if (second >= 0) {
      hereAfter += this.#board.cost(second, here);
      thereAfter -= this.#board.cost(second, there);
    }
    const change =
      hereAfter ** 2 + thereAfter ** 2 - (spare[here] as number) ** 2 - (spare[there] as number) ** 2;
    if (!this.#accepts(change)) return;
    this.#board.take(one);
    if (second >= 0) this.#board.take(second);
    this.#board.take(other);
    const allowed =
      this.#board.allows(other, here) &&
      this.#board.allows(one, there) &&
      (second < 0 || this.#board.allows(second, there));
    this.#board.put(one, allowed ? there : here);
    if (second >= 0) {
      // With the first of the two there, the second may be one too many.
      if (allowed && !this.#board.allows(second, there)) {
        this.#board.take(one);
        this.#board.put(one, here);
        this.#board.put(second, here);
        this.#board.put(other, there);
        return;
      }
      this.#board.put(second, allowed ? there : here);
    }
    this.#board.put(other, allowed ? here : there);
    if (allowed) {
      this.#seatOn(here);
      this.#seatOn(there);
    }
  }

  /** One gives its place to another that waits. */
  #giveWay(): void {
    const { seat, spare, priority } = this.#board;
    const nth = this.#below(this.#placed.length);
    const turn = this.#below(this.#waiting.length);
    const one = this.#placed[nth] as number;
    const other = this.#waiting[turn] as number;
    const host = seat[one] as number;
    const urgency = (priority[other] as number) - (priority[one] as number);
    if (urgency < 0 || !this.#fits(host, other, one, -1)) return;
    const after = (spare[host] as number) + this.#board.cost(one, host) - this.#board.cost(other, host);
    if (urgency === 0 && !this.#accepts(after ** 2 - (spare[host] as number) ** 2)) return;
    this.#board.take(one);
    if (!this.#board.allows(other, host)) {
      this.#board.put(one, host);
      return;
    }
    this.#board.put(other, host);
    this.#placed[nth] = other;
    this.#waiting[turn] = one;
    this.#seatOn(host);
  }

  /** Lets those in that wait and have room now. */
  #seatOn(host: number): void {
    const all = this.#waiting.length <= POOL;
    const tries = all ? this.#waiting.length : POOL;
    for (let nth = tries - 1; nth >= 0; nth--) {
      const turn = all ? nth : this.#below(this.#waiting.length);
      const member = this.#waiting[turn] as number;
      if (!this.#fits(host, member, -1, -1) || !this.#board.allows(member, host)) continue;
      this.#board.put(member, host);
      this.#placed.push(member);
      const last = this.#waiting.pop() as number;
      if (last !== member) this.#waiting[turn] = last;
      if (this.#waiting.length === 0) return;
    }
  }

  /** Tells whether there is room for one once others have left; -1 is nobody. */
  #fits(host: number, one: number, leaving: number, second: number): boolean {
    const { width, free, needs } = this.#board;
    for (let r = 0; r < width; r++) {
      let room = (free[host * width + r] as number) - (needs[one * width + r] as number);
      if (leaving >= 0) room += needs[leaving * width + r] as number;
      if (second >= 0) room += needs[second * width + r] as number;
      if (room < 0) return false;
    }
    return true;
  }

  #fitsBoth(host: number, one: number, second: number, leaving: number): boolean {
    const { width, free, needs } = this.#board;
    for (let r = 0; r < width; r++) {
      let room = (free[host * width + r] as number) - (needs[one * width + r] as number);
      room += needs[leaving * width + r] as number;
      if (second >= 0) room -= needs[second * width + r] as number;
      if (room < 0) return false;
    }
    return true;
  }
}
