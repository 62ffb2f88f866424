import { admits } from './admission.ts';
import type { Instance } from './instance.ts';
import { byUrgency, NOWHERE } from './instance.ts';
import { leaveTogether } from './leavers.ts';
import type { Losses } from './losses.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** One instance that may be somewhere else in the end. */
export interface Mover {
  readonly instance: Instance;
  /** The compute where it was and may still be; -1 where there is none. */
  readonly home: number;
  /** It could stay there together with everybody else who was there. */
  readonly stood: boolean;
  /** Its largest share of the fleet. */
  readonly size: number;
}

/** What an answer may cost. */
export interface Limits {
  /** The most losses at each level; Infinity where they do not count. Nobody is lost that stood. */
  readonly losses: ArrayLike<number>;
  readonly moves: number;
  /** Newcomers of a lower priority wait until others are placed. */
  readonly priority: number;
}

/**
 * Searches all ways to place those without a place by moving those that stand. Complete, unless the steps run
 * out: newcomers are taken one by one, the hardest first; each goes where there is room, or where a smallest set
 * of those that stand gives way and is placed after; or it stays out, as far as the limits allow. Nothing that
 * an answer needs is left out: what stands at the end where it stood was never in the way, so that a smallest
 * set among those that do not was enough each time. Of instances that are alike only one order is tried, and of
 * computes that are alike and empty only the first.
 */
export class MoveSearch {
  /** How many computes and sets may still be tried. */
  steps: number;
  readonly #occupancy: Occupancy;
  readonly #losses: Losses;
  readonly #movers: ReadonlyMap<Instance, Mover>;
  /** For each compute the first that is like it in all that rules can see. */
  readonly #alike: Int32Array;
  readonly #homes: ReadonlySet<number>;
  #limits!: Limits;
  #counts!: Int32Array;
  #moves = 0;
  #waiting: Mover[] = [];
  readonly #standing = new Set<Instance>();
  /** Whom those made room for that gave way. */
  readonly causes = new Map<Instance, Workload>();
  /** What those that are alike chose last: home, a compute, or none at all. */
  readonly #chosen = new Map<Workload, Map<number, number>>();
  /** How many places each service has found for others, that its instances that stood may take over. */
  readonly #spare = new Map<Workload, number>();

  constructor(
    occupancy: Occupancy,
    losses: Losses,
    movers: ReadonlyMap<Instance, Mover>,
    alike: Int32Array,
    steps: number,
  ) {
    this.#occupancy = occupancy;
    this.#losses = losses;
    this.#movers = movers;
    this.#alike = alike;
    this.steps = steps;
    this.#homes = new Set([...movers.values()].map(({ home }) => home));
  }

  /**
   * Looks for an answer within limits, from a state in which exactly those are placed that stand. Leaves the
   * answer in place, or everything as it was where there is none.
   */
  find(limits: Limits): boolean {
    this.#limits = limits;
    this.#counts = new Int32Array(limits.losses.length);
    this.#moves = 0;
    this.#spare.clear();
    this.#chosen.clear();
    this.#standing.clear();
    this.causes.clear();
    this.#waiting = [];
    for (const mover of this.#movers.values()) {
      if (mover.instance.placed) this.#standing.add(mover.instance);
      else if (mover.instance.workload.priority >= limits.priority) this.#waiting.push(mover);
    }
    this.#waiting.sort(hardestFirst);
    return this.#next();
  }

  /** Decides about the hardest of those that wait, and all after it. */
  #next(): boolean {
    const mover = this.#waiting.shift();
    if (!mover) return true;
    if (this.#decide(mover)) return true;
    this.#waiting.unshift(mover);
    return false;
  }

  #decide(mover: Mover): boolean {
    const { instance } = mover;
    const { workload } = instance;
    const evicted = mover.stood;
    const home = evicted ? NOWHERE : mover.home;
    let chosen = this.#chosen.get(workload);
    if (!chosen) this.#chosen.set(workload, (chosen = new Map<number, number>()));
    const last = chosen.get(home) ?? NOWHERE;
    const choose = (choice: number, then: () => boolean): boolean => {
      chosen.set(home, choice);
      const found = then();
      if (!found) chosen.set(home, last);
      return found;
    };
    if (home !== NOWHERE && last === NOWHERE && this.#go(mover, home, 0, (then) => choose(NOWHERE, then))) {
      return true;
    }
    // Whoever gave way has had its move counted.
    const price = Number(home !== NOWHERE);
    if (this.#moves + price > this.#limits.moves) return false;
    const full: number[] = [];
    for (let compute = Math.max(0, last); compute < this.#occupancy.fleet.size; compute++) {
      if (workload.eligibility.mask[compute] !== 1 || compute === mover.home) continue;
      if (this.#isLikeAnother(compute)) continue;
      if (!this.#mayGoOn()) return false;
      if (!admits(this.#occupancy, workload, compute)) full.push(compute);
      else if (this.#go(mover, compute, price, (then) => choose(compute, then))) return true;
    }
    for (const compute of full) {
      if (this.#makeWay(mover, compute, price, (then) => choose(compute, then))) return true;
    }
    return choose(this.#occupancy.fleet.size, () => this.#stayOut(mover, price));
  }

  /** Puts one somewhere, if there is room, and goes on with the next. */
  #go(mover: Mover, compute: number, price: number, choose: (then: () => boolean) => boolean): boolean {
    const { instance, stood, home } = mover;
    const { workload } = instance;
    if (!admits(this.#occupancy, workload, compute)) return false;
    const spare = Number(!stood && compute !== home);
    this.#occupancy.put(instance, compute);
    this.#moves += price;
    this.#spareFor(workload, spare);
    if (choose(() => this.#next())) return true;
    this.#spareFor(workload, -spare);
    this.#moves -= price;
    this.#occupancy.take(instance);
    return false;
  }

  #spareFor(workload: Workload, more: number): void {
    if (more !== 0) this.#spare.set(workload, (this.#spare.get(workload) ?? 0) + more);
  }

  /** Lets others give way to one, in every way that is no larger than it must be. */
  #makeWay(mover: Mover, compute: number, price: number, choose: (then: () => boolean) => boolean): boolean {
    const { workload } = mover.instance;
    const guests = this.#occupancy
      .on(compute)
      .filter((guest) => this.#standing.has(guest) && guest.workload !== workload)
      .sort(byUrgency)
      .reverse();
    if (guests.length === 0) return false;
    const most = this.#limits.moves - this.#moves - price;
    const mayGoOn = () => this.#mayGoOn();
    return leaveTogether(this.#occupancy, workload, compute, guests, most, mayGoOn, (leavers) => {
      const before = this.#waiting;
      const leaving = leavers.map((leaver) => this.#movers.get(leaver) as Mover);
      const count = leaving.length;
      for (const { instance } of leaving) {
        this.#standing.delete(instance);
        this.causes.set(instance, workload);
      }
      this.#waiting = [...before, ...leaving].sort(hardestFirst);
      this.#moves += count;
      if (this.#go(mover, compute, price, choose)) return true;
      this.#moves -= count;
      this.#waiting = before;
      for (const { instance } of leaving) this.#standing.add(instance);
      return false;
    });
  }

  /** Leaves one without a place, if the limits allow; one that stood takes over the place of another like it. */
  #stayOut({ instance: { workload }, stood }: Mover, price: number): boolean {
    const level = this.#losses.levelOf(workload.priority);
    const takesOver = Number(stood);
    if (stood && (this.#spare.get(workload) ?? 0) === 0) return false;
    if ((this.#counts[level] as number) >= (this.#limits.losses[level] as number)) return false;
    this.#counts[level]!++;
    this.#spareFor(workload, -takesOver);
    this.#moves += price;
    if (this.#next()) return true;
    this.#moves -= price;
    this.#spareFor(workload, takesOver);
    this.#counts[level]!--;
    return false;
  }

  #mayGoOn(): boolean {
    return this.steps-- > 0;
  }

  /** Tells whether an earlier compute is as good in every respect: both are empty and nobody's home. */
  #isLikeAnother(compute: number): boolean {
    const isBlank = (one: number): boolean => this.#occupancy.on(one).length === 0 && !this.#homes.has(one);
    if (!isBlank(compute)) return false;
    for (let one = this.#alike[compute] as number; one < compute; one++) {
      if (this.#alike[one] === this.#alike[compute] && isBlank(one)) return true;
    }
    return false;
  }
}

function hardestFirst(a: Mover, b: Mover): number {
  return (
    b.instance.workload.priority - a.instance.workload.priority ||
    b.size - a.size ||
    byUrgency(a.instance, b.instance)
  );
}
