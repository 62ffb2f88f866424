import type { PlannedPlacement } from '../../model/placement.ts';
import type { Demand, Purchase } from '../../packing/purchase.ts';
import type { Spread } from './groups.ts';
import { groupsOf } from './groups.ts';
import { offersFrom } from './offers.ts';
import { staysOf } from './stay.ts';
import { tiesOf } from './ties.ts';
import type { Cargo, Yard } from './yard.ts';

/** The computes of a fleet as if they were to be leased anew: for each demand and offer, what it stands for. */
export interface Lease {
  readonly purchase: Purchase;
  /** The instances of each demand, where they are now; what only keeps room free for what stays has none. */
  readonly seats: readonly (readonly PlannedPlacement[])[];
  /** The names of the computes of each offer. */
  readonly computes: readonly (readonly string[])[];
  /** The names of the computes that stay in use in any case. */
  readonly open: ReadonlySet<string>;
  /** What all that is free of charge adds to costs together, in cents. */
  readonly surcharge: number;
}

/**
 * Writes down what it takes to hold a fleet's instances: every active compute is an offer of its price that can be
 * taken once; equal ones are one offer that can be taken as often. `cents` are prices by compute. A compute on
 * which something stays costs nothing more. Each value of a topology key keeps as many
 * instances as it has, unless the spread is free; then less is asked for than the rules ask.
 */
export function leaseOf(
  yard: Yard,
  cents: Float64Array,
  placements: readonly PlannedPlacement[],
  stays: (placement: PlannedPlacement) => boolean,
  spread: Spread = 'as it is',
): Lease {
  const staying = staysOf(yard, placements.filter(stays));
  const groups = groupsOf(
    yard,
    placements.filter((placement) => !stays(placement)),
    staying,
    spread,
  );
  const ties = tiesOf(groups, staying);
  const { offers, computes, offersOf, surcharge } = offersFrom(yard, cents, groups, staying, ties);
  const owners = groups.map(({ cargo }) => cargo);
  const demands = groups.map(({ cargo, seats }, nth): Demand => ({
    need: [...cargo.min, ...ties.map(({ service }) => Number(service === cargo.index))],
    buffer: [...cargo.buffer, ...ties.map(() => 0)],
    replicas: seats.length,
    spreadMax: cargo.rules.spreadMax,
    avoids: [...owners.keys()].filter((other) => cargo.avoids.has((owners[other] as Cargo).index)),
    offers: offersOf[nth] as readonly number[],
  }));
  const keepers = computes.flatMap((names, offer): Demand[] => {
    const stay = staying.get(yard.sites.indexOf(names[0] as string) as number);
    if (!stay?.buffer.some((amount) => amount > 0)) return [];
    const nothing = ties.map(() => 0);
    const need = [...stay.used.map(() => 0), ...nothing];
    return [{ need, buffer: [...stay.buffer, ...nothing], replicas: 1, offers: [offer] }];
  });
  return {
    purchase: {
      demands: [...demands, ...keepers],
      offers,
      limits: computes.map(({ length }, nth) => ({
        uses: computes.map((_, offer) => Number(offer === nth)),
        most: length,
      })),
    },
    seats: [...groups.map(({ seats }) => seats), ...keepers.map(() => [])],
    computes,
    surcharge,
    open: new Set([...staying.keys()].map((compute) => yard.sites.names[compute] as string)),
  };
}
