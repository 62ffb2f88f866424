import { WIDTH } from './amounts.ts';
import type { Instance } from './instance.ts';
import { byUrgency, NOWHERE } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Workload } from './workload.ts';

/** An instance that a draft seats anew. */
export interface Guest {
  readonly instance: Instance;
  /** Where it is; -1 for one without a place. */
  readonly before: number;
  /** Where it would not have to move; -1 where there is none. */
  readonly home: number;
  /** It may not lose its place. */
  readonly stood: boolean;
  /** Its turn: the least comes first. */
  turn: number;
  /** The nth compute of the draft, where it has a place on it. */
  seat: number;
}

/**
 * A few computes, emptied of all that may leave them and filled anew on paper. It knows about room, about
 * services that avoid each other and about spreadMax; whoever carries it out asks all rules again.
 */
export class Draft {
  computes: readonly number[] = [];
  readonly #occupancy: Occupancy;
  /** What is free, and the highest buffer asked for, compute by compute. */
  readonly #free: Float64Array;
  readonly #buffer: Float64Array;
  /** What is left, by what it is worth. */
  readonly #spare: Float64Array;
  readonly #seated: Workload[][];
  readonly #worth: Float64Array;

  constructor(occupancy: Occupancy, worth: Float64Array, most: number) {
    this.#occupancy = occupancy;
    this.#worth = worth;
    this.#free = new Float64Array(most * WIDTH);
    this.#buffer = new Float64Array(most * WIDTH);
    this.#spare = new Float64Array(most);
    this.#seated = Array.from({ length: most }, () => []);
  }

  /** Begins with computes; lists who has left them, by priority, service and number. */
  begin(computes: readonly number[], homeOf: (instance: Instance) => number): Guest[] {
    const { fleet } = this.#occupancy;
    const guests: Guest[] = [];
    this.computes = computes;
    for (let nth = 0; nth < computes.length; nth++) {
      const compute = computes[nth] as number;
      const seated = this.#seated[nth] as Workload[];
      seated.length = 0;
      this.#spare[nth] = 0;
      for (let r = 0, at = compute; r < WIDTH; r++, at += fleet.size) {
        this.#free[nth * WIDTH + r] = fleet.capacity[at] as number;
        this.#buffer[nth * WIDTH + r] = 0;
        this.#spare[nth]! += (fleet.capacity[at] as number) * (this.#worth[at] as number);
      }
      for (const instance of this.#occupancy.on(compute)) {
        if (instance.pin) {
          this.#take(instance.workload, nth);
          continue;
        }
        const home = homeOf(instance);
        guests.push({ instance, before: compute, home, stood: home !== NOWHERE, turn: 0, seat: NOWHERE });
      }
    }
    return guests.sort((a, b) => byUrgency(a.instance, b.instance));
  }

  /** Tells whether one more instance of a service has room on the nth compute. */
  admits(workload: Workload, nth: number): boolean {
    const { asked, min, buffer, buffered, eligibility, avoids, spreadMax } = workload;
    const compute = this.computes[nth] as number;
    if (eligibility.mask[compute] !== 1) return false;
    const at = nth * WIDTH;
    if (buffered) {
      for (const r of asked) {
        const kept = Math.max(buffer[r] as number, this.#buffer[at + r] as number);
        if ((this.#free[at + r] as number) - kept < (min[r] as number)) return false;
      }
    } else {
      for (const r of asked) {
        if ((this.#free[at + r] as number) - (this.#buffer[at + r] as number) < (min[r] as number))
          return false;
      }
    }
    if (avoids.size === 0 && spreadMax === Infinity) return true;
    let alike = 0;
    for (const { index } of this.#seated[nth] as Workload[]) {
      if (avoids.has(index)) return false;
      if (index === workload.index) alike++;
    }
    return alike < spreadMax;
  }

  seat(guest: Guest, nth: number): void {
    guest.seat = nth;
    this.#take(guest.instance.workload, nth);
  }

  /** What is left on the nth compute, by what it is worth. */
  spare(nth: number): number {
    return this.#spare[nth] as number;
  }

  #take(workload: Workload, nth: number): void {
    const { min, buffer, asked } = workload;
    const { size } = this.#occupancy.fleet;
    const compute = this.computes[nth] as number;
    for (const r of asked) {
      const at = nth * WIDTH + r;
      this.#free[at]! -= min[r] as number;
      this.#spare[nth]! -= (min[r] as number) * (this.#worth[r * size + compute] as number);
      if ((buffer[r] as number) > (this.#buffer[at] as number)) this.#buffer[at] = buffer[r] as number;
    }
    (this.#seated[nth] as Workload[]).push(workload);
  }
}
