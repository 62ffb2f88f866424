import type { Demand, Limit, Purchase } from './purchase.ts';

/** A purchase in flat arrays, equal demands merged into classes. */
export interface Market {
  /** How many figures an amount has. */
  readonly width: number;
  readonly classCount: number;
  readonly offerCount: number;
  /** What one instance needs: `class * width + resource`. */
  readonly need: Float64Array;
  readonly buffer: Float64Array;
  readonly replicas: Int32Array;
  /** The most instances of a class on one host. */
  readonly most: Int32Array;
  readonly avoids: readonly (readonly number[])[];
  /** `offer * width + resource`. */
  readonly capacity: Float64Array;
  readonly price: Float64Array;
  /** 1 where an instance of a class may run alone on an offer: `offer * classCount + class`. */
  readonly fits: Uint8Array;
  readonly limits: readonly Limit[];
  /** The limits that an offer uses some of, by offer. */
  readonly bindings: readonly (readonly number[])[];
  /** The demands of each class. */
  readonly members: readonly (readonly number[])[];
}

/** Compiles a purchase. Demands that no offer can take form classes too. */
export function marketOf({ demands, offers, limits }: Purchase): Market {
  const width = Math.max(0, ...demands.map(({ need }) => need.length));
  const avoided = avoidanceOf(demands);
  const groups = new Map<string, number[]>();
  for (const [index, demand] of demands.entries()) {
    const key = mergeKey(demand, index, (avoided[index] as Set<number>).size > 0);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  const members = [...groups.values()];
  const classOf = new Map(members.flatMap((group, c) => group.map((index) => [index, c] as const)));
  const first = members.map((group) => demands[group[0] as number] as Demand);
  const flat = (rows: readonly (readonly number[])[]): Float64Array =>
    Float64Array.from(rows.flatMap((row) => Array.from({ length: width }, (_, r) => row[r] ?? 0)));
  const market = {
    width,
    classCount: members.length,
    offerCount: offers.length,
    need: flat(first.map(({ need }) => need)),
    buffer: flat(first.map(({ buffer }) => buffer ?? [])),
    replicas: Int32Array.from(members, (group) => sumOf(group.map((index) => demands[index]?.replicas ?? 0))),
    most: Int32Array.from(members, (group) =>
      sumOf(group.map((index) => mostOnOne(demands[index] as Demand))),
    ),
    avoids: members.map((group) =>
      [...(avoided[group[0] as number] as Set<number>)].map((index) => classOf.get(index) as number),
    ),
    capacity: flat(offers.map(({ capacity }) => capacity)),
    price: Float64Array.from(offers, ({ price }) => price),
    fits: new Uint8Array(offers.length * members.length),
    limits,
    bindings: offers.map((_, p) => [...limits.keys()].filter((nth) => (limits[nth]?.uses[p] ?? 0) !== 0)),
    members,
  };
  for (const [c, demand] of first.entries()) {
    for (const p of demand.offers) if (holdsOne(market, p, c)) market.fits[p * market.classCount + c] = 1;
  }
  return market;
}

/**
 * Demands with one key are interchangeable. Equal replicas and spreadMax may be merged: shares of an equal split
 * over the hosts can always be made whole (a transportation problem), so no merged answer is lost.
 */
function mergeKey(
  { need, spreadMax, replicas, buffer, offers }: Demand,
  index: number,
  avoids: boolean,
): string {
  const bound = spreadMax !== undefined && spreadMax < replicas ? [spreadMax, replicas] : [];
  return JSON.stringify([
    need,
    bound,
    buffer?.some((amount) => amount > 0) ? buffer : 0,
    offers,
    avoids ? index : -1,
  ]);
}

function mostOnOne({ spreadMax, replicas }: Demand): number {
  return Math.min(spreadMax ?? replicas, replicas);
}

function avoidanceOf(demands: readonly Demand[]): Set<number>[] {
  const avoided = demands.map(({ avoids }) => new Set(avoids));
  for (const [index, { avoids }] of demands.entries())
    for (const other of avoids ?? []) avoided[other]?.add(index);
  return avoided;
}

type Amounts = Pick<Market, 'width' | 'need' | 'buffer' | 'capacity'>;

function holdsOne({ width, need, buffer, capacity }: Amounts, p: number, c: number): boolean {
  for (let r = 0; r < width; r++) {
    const at = c * width + r;
    if ((need[at] as number) + (buffer[at] as number) > (capacity[p * width + r] as number)) return false;
  }
  return true;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
