import { aggregateOf } from './aggregate.ts';
import { WIDTH } from './amounts.ts';
import type { Fleet } from './fleet.ts';
import type { Instance } from './instance.ts';
import type { Workload } from './workload.ts';

/** How often the tolls are bettered for one proof, at most; and how many pairs of a class and a group are looked at. */
const MOST_STEPS = 1500;
const MOST_LOOKS = 5_000_000;
/** Whoever is so many short of what an earlier try found need not ask again. */
const FAR_OFF = 10;
/** With fewer steps than this, tolls say too little to begin with them. */
const FEWEST_STEPS = 300;
/** How far below a proof the steps aim, in instances, at first and at last: aiming at it, they would never be there. */
const FAR = 2;
const NEAR = 0.02;
/** How steeply what is scarce is dearer at first. */
const STEEPNESS = 20;
/** How strongly a step turns away from going back and forth. */
const DEFLECTION = 1.5;
/** What rounding may take from a bound. */
const FUZZ = 1e-6;

/**
 * Bounds how many of some instances can have a place at once. Where each resource of each group of computes has its
 * toll, everybody who is let in pays tolls for all it asks for, and what is offered in all brings no more than its tolls:
 * whatever the tolls, no more can be let in than the tolls of all room, and for each who pays less than 1 what is missing
 * to 1 (Lagrange's relaxation, a weak dual). Tolls are bettered by deflected subgradients (Camerini, Fratta and Maffioli,
 * Mathematical Programming Study 1975), with steps as long as a proof would take (Polyak 1969). Room is counted in sum,
 * parts of instances are possible, and rules that look at who else is there are left out: all of that only lets in more.
 */
export class RoomBound {
  /** No more than this can have a place. */
  value: number;
  readonly #count: number;
  readonly #offered: Float64Array;
  /** What one instance of want `w` asks for is at `w * WIDTH`, as shares of what an average one does. */
  readonly #needs: Float64Array;
  readonly #counts: Float64Array;
  readonly #open: readonly (readonly number[])[];
  readonly #tolls: Float64Array;
  readonly #best: Float64Array;
  readonly #slope: Float64Array;
  readonly #course: Float64Array;
  readonly #most: number;
  #tried = Infinity;
  #gaveUp = false;
  #steps = 0;

  /**
   * Takes those who are counted, and the room that there is for them, laid out as the fleet's amounts; then how many pairs
   * of a class and a group may be looked at for one proof.
   */
  constructor(fleet: Fleet, instances: readonly Instance[], room: Float64Array, mostLooks = MOST_LOOKS) {
    const { offered, wants } = aggregateOf(fleet, countedBy(instances), room);
    this.#count = instances.length;
    this.value = instances.length;
    const unit = averageOf(instances);
    this.#offered = offered.map((amount, at) => amount / (unit[at % WIDTH] as number));
    this.#needs = new Float64Array(wants.length * WIDTH);
    for (const [w, { workload }] of wants.entries()) {
      for (const r of workload.asked) {
        this.#needs[w * WIDTH + r] = (workload.min[r] as number) / (unit[r] as number);
      }
    }
    this.#counts = Float64Array.from(wants, ({ count }) => count);
    this.#open = wants.map(({ open }) => open);
    this.#tolls = this.#firstTolls();
    this.#best = this.#tolls.slice();
    this.#slope = new Float64Array(this.#tolls.length);
    this.#course = new Float64Array(this.#tolls.length);
    const looks = this.#open.reduce((sum, { length }) => sum + length, 0);
    const steps = Math.min(MOST_STEPS, Math.floor(mostLooks / Math.max(1, looks)));
    this.#most = steps < FEWEST_STEPS ? 0 : steps;
  }

  /** Tries to prove that no more than so many can have a place; goes on from what was found before. */
  proves(count: number): boolean {
    if (this.#gaveUp && this.value > count + FAR_OFF) return false;
    if (count !== this.#tried) this.#begin(count);
    while (this.value >= count + 1 - FUZZ && this.#steps > 0) {
      this.#steps--;
      const aim = NEAR + ((FAR - NEAR) * this.#steps) / this.#most;
      const found = this.#look();
      if (found < this.value) {
        this.value = found;
        this.#best.set(this.#tolls);
      }
      if (!this.#step(found - (count + 1 - aim))) break;
    }
    const proved = this.value < count + 1 - FUZZ || count >= this.#count;
    this.#gaveUp ||= !proved;
    return proved;
  }

  /** What there is least of, compared with what is asked for, costs nearly all of what an average instance pays. */
  #firstTolls(): Float64Array {
    const offered = new Float64Array(WIDTH);
    for (let at = 0; at < this.#offered.length; at++) offered[at % WIDTH]! += this.#offered[at] as number;
    const scarcity = offered.map((amount) => (amount === 0 ? 0 : (this.#count / amount) ** STEEPNESS));
    const total = scarcity.reduce((sum, one) => sum + one, 0);
    return this.#offered.map((_, at) => (scarcity[at % WIDTH] as number) / (total || 1));
  }

  #begin(count: number): void {
    this.#tried = count;
    this.#steps = this.#most;
    this.#tolls.set(this.#best);
    this.#course.fill(0);
  }

  /** Works out the bound that the tolls give, and how it changes with them. */
  #look(): number {
    const [tolls, slope] = [this.#tolls, this.#slope];
    let bound = 0;
    for (let at = 0; at < tolls.length; at++) {
      bound += (tolls[at] as number) * (this.#offered[at] as number);
      slope[at] = this.#offered[at] as number;
    }
    for (let w = 0; w < this.#counts.length; w++) {
      let least = 1;
      let cheapest = -1;
      for (const group of this.#open[w] as readonly number[]) {
        let cost = 0;
        for (let r = 0; r < WIDTH; r++) {
          cost += (this.#needs[w * WIDTH + r] as number) * (tolls[group * WIDTH + r] as number);
        }
        if (cost >= least) continue;
        least = cost;
        cheapest = group;
      }
      if (cheapest < 0) continue;
      const count = this.#counts[w] as number;
      bound += count * (1 - least);
      for (let r = 0; r < WIDTH; r++) {
        slope[cheapest * WIDTH + r]! -= count * (this.#needs[w * WIDTH + r] as number);
      }
    }
    return bound;
  }

  /** Betters the tolls, such that the bound would fall so far if it went on as it begins; false where nothing does. */
  #step(fall: number): boolean {
    const [tolls, slope, course] = [this.#tolls, this.#slope, this.#course];
    let along = 0;
    let before = 0;
    for (let at = 0; at < tolls.length; at++) {
      if (tolls[at] === 0 && (slope[at] as number) > 0) slope[at] = 0;
      along += (slope[at] as number) * (course[at] as number);
      before += (course[at] as number) ** 2;
    }
    const kept = before > 0 ? Math.max(0, (-DEFLECTION * along) / before) : 0;
    let steepness = 0;
    for (let at = 0; at < tolls.length; at++) {
      course[at] = (slope[at] as number) + kept * (course[at] as number);
      steepness += (course[at] as number) ** 2;
    }
    if (steepness === 0) return false;
    for (let at = 0; at < tolls.length; at++) {
      tolls[at] = Math.max(0, (tolls[at] as number) - (fall / steepness) * (course[at] as number));
    }
    return true;
  }
}

function countedBy(instances: readonly Instance[]): { workload: Workload; count: number }[] {
  const counts = new Map<Workload, number>();
  for (const { workload } of instances) counts.set(workload, (counts.get(workload) ?? 0) + 1);
  return [...counts].map(([workload, count]) => ({ workload, count }));
}

/** What an instance asks for on average; 1 of what nobody asks for. */
function averageOf(instances: readonly Instance[]): Float64Array {
  const total = new Float64Array(WIDTH);
  for (const { workload } of instances) {
    for (const r of workload.asked) total[r]! += workload.min[r] as number;
  }
  return total.map((amount) => (amount === 0 ? 1 : amount / instances.length));
}
