import type { Fleet } from './fleet.ts';
import { hopefulOf } from './hopeful.ts';
import type { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import { RoomBound } from './room-bound.ts';

/** Says how many more could have a place, as far as it is proved, the highest priority deciding. */
export class MostPlaced {
  readonly #fleet: Fleet;
  readonly #room: Float64Array;
  readonly #instances: readonly Instance[];
  readonly #priorities: readonly number[];
  readonly #bounds = new Map<number, RoomBound>();

  /** Takes those who may be anywhere, with a place or without. */
  constructor(occupancy: Occupancy, all: readonly Instance[]) {
    this.#fleet = occupancy.fleet;
    this.#room = roomFor(occupancy, all);
    this.#instances = [...all.filter(({ placed }) => placed), ...hopefulOf(occupancy, all)];
    const priorities = new Set(this.#instances.map(({ workload }) => workload.priority));
    this.#priorities = [...priorities].sort((a, b) => b - a);
  }

  /** How many more than have a place now, at the highest priority where it is not proved that there are no more. */
  more(): number {
    for (const priority of this.#priorities) {
      let [all, count] = [0, 0];
      for (const { workload, placed } of this.#instances) {
        if (workload.priority < priority) continue;
        all++;
        if (placed) count++;
      }
      if (count === all) continue;
      const bound = this.#boundOf(priority);
      if (!bound.proves(count)) return bound.value - count;
    }
    return 0;
  }

  #boundOf(priority: number): RoomBound {
    let bound = this.#bounds.get(priority);
    if (!bound) {
      const among = this.#instances.filter(({ workload }) => workload.priority >= priority);
      this.#bounds.set(priority, (bound = new RoomBound(this.#fleet, among, this.#room)));
    }
    return bound;
  }
}

/** What there is for them once they have all left, laid out as the fleet's amounts. */
function roomFor({ fleet, used }: Occupancy, all: readonly Instance[]): Float64Array {
  const room = fleet.capacity.map((amount, at) => amount - (used[at] as number));
  for (const { compute, placed, workload } of all) {
    if (!placed) continue;
    for (const r of workload.asked) room[r * fleet.size + compute]! += workload.min[r] as number;
  }
  return room;
}
