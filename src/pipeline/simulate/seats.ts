import type { Placement } from '../../model/placement.ts';

type Seat = Pick<Placement, 'service' | 'instance'>;

/** Instances, findable by service and number; made once and asked for every loss that is tried. */
export class Seats<S extends Seat> {
  readonly #byService = new Map<string, Map<number, S>>();

  constructor(seats: readonly S[]) {
    for (const seat of seats) {
      const numbers = this.#byService.get(seat.service);
      if (numbers) numbers.set(seat.instance, seat);
      else this.#byService.set(seat.service, new Map([[seat.instance, seat]]));
    }
  }

  get({ service, instance }: Seat): S | undefined {
    return this.#byService.get(service)?.get(instance);
  }

  has(seat: Seat): boolean {
    return this.get(seat) !== undefined;
  }

  /** Lists those of the seats that another set lacks. */
  missingIn(other: Seats<Seat>): S[] {
    return [...this.#byService.values()].flatMap((numbers) =>
      [...numbers.values()].filter((seat) => !other.has(seat)),
    );
  }
}
