import { RESOURCES } from '../../model/resources.ts';
import type { Offer } from '../../packing/purchase.ts';
import type { Group } from './groups.ts';
import type { Stay } from './stay.ts';
import type { Tie } from './ties.ts';
import type { Yard } from './yard.ts';

/** What is free of charge still counts, so that no more of it is taken than needed: all together half a cent. */
const NEXT_TO_NOTHING = 0.5;

const WIDTH = RESOURCES.length;

/** The offers, the names of the computes behind each, and the offers that each group may take. */
export interface Offered {
  readonly offers: readonly Offer[];
  readonly computes: readonly (readonly string[])[];
  readonly offersOf: readonly (readonly number[])[];
  /** What all that is free of charge adds to costs together, in cents: less than half a one. */
  readonly surcharge: number;
}

/** Makes an offer of every active compute that may hold something, and one of all that are equal. */
export function offersFrom(
  { sites, size, capacity }: Yard,
  cents: Float64Array,
  groups: readonly Group[],
  staying: ReadonlyMap<number, Stay>,
  ties: readonly Tie[],
): Offered {
  const offers: Offer[] = [];
  const computes: string[][] = [];
  const offersOf = groups.map((): number[] => []);
  const known = new Map<string, number>();
  const least = NEXT_TO_NOTHING / (size + 1);
  let surcharge = 0;
  for (const [compute, name] of sites.names.entries()) {
    const stay = staying.get(compute);
    const price = stay ? 0 : (cents[compute] as number);
    const admits = [...groups.keys()].filter((nth) => groups[nth]?.admitted[compute] === 1);
    if (admits.length === 0 || sites.active[compute] !== 1) continue;
    const room = [
      ...Array.from(
        { length: WIDTH },
        (_, r) => (capacity[r * size + compute] as number) - (stay?.used[r] ?? 0),
      ),
      ...ties.map(({ service, spreadMax }) => spreadMax - (stay?.counts.get(service) ?? 0)),
    ];
    if (price === 0) surcharge += least;
    const key = JSON.stringify([
      room,
      price,
      admits,
      stay?.buffer.some((amount) => amount > 0) ? compute : -1,
    ]);
    const offer = known.get(key);
    if (offer !== undefined) {
      computes[offer]?.push(name);
      continue;
    }
    known.set(key, offers.length);
    for (const nth of admits) offersOf[nth]?.push(offers.length);
    offers.push({ capacity: room, price: price === 0 ? least : price });
    computes.push([name]);
  }
  return { offers, computes, offersOf, surcharge };
}
