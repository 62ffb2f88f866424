import { compareText } from '../../model/compare-text.ts';
import type { Placement, PlannedPlacement } from '../../model/placement.ts';
import { handOut } from '../../packing/hand-out.ts';
import type { Load } from '../../packing/hand-out.ts';
import type { Market } from '../../packing/market.ts';
import type { Packing } from '../../packing/packing.ts';
import type { Lease } from './lease.ts';

/** Which computes stay in use, and where what moves would be on them. */
export interface Proposal {
  readonly inUse: ReadonlySet<string>;
  readonly placements: readonly Placement[];
}

/** Gives a packing's instances to computes by name, so that as many as possible stay where they are. */
export function handBack(lease: Lease, market: Market, { bins }: Packing): Proposal {
  const loads = handOut(market, lease.purchase, bins);
  const standing = lease.seats.map(countByCompute);
  const names: string[] = [];
  for (const [offer, computes] of lease.computes.entries()) {
    const own = [...bins.keys()].filter((nth) => bins[nth]?.offer === offer);
    const overlaps = own.flatMap((nth) =>
      computes.map((name) => ({ nth, name, overlap: overlapOf(loads[nth] as Load, standing, name) })),
    );
    overlaps.sort((a, b) => b.overlap - a.overlap || compareText(a.name, b.name) || a.nth - b.nth);
    const taken = new Set<string>();
    for (const { nth, name } of overlaps) {
      if (names[nth] !== undefined || taken.has(name)) continue;
      names[nth] = name;
      taken.add(name);
    }
  }
  const wanted = lease.seats.map(() => new Map<string, number>());
  for (const [nth, load] of loads.entries()) {
    for (const [demand, count] of load) wanted[demand]?.set(names[nth] as string, count);
  }
  return {
    inUse: new Set([...names, ...lease.open]),
    placements: lease.seats.flatMap((seats, demand) => seated(seats, wanted[demand] as Map<string, number>)),
  };
}

function countByCompute(seats: readonly PlannedPlacement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { compute } of seats) counts.set(compute, (counts.get(compute) ?? 0) + 1);
  return counts;
}

function overlapOf(load: Load, standing: readonly ReadonlyMap<string, number>[], name: string): number {
  let overlap = 0;
  for (const [demand, count] of load) overlap += Math.min(count, standing[demand]?.get(name) ?? 0);
  return overlap;
}

/** Leaves those who may stay, the lowest numbers first, and puts the others where there is room, by name. */
function seated(seats: readonly PlannedPlacement[], wanted: Map<string, number>): Placement[] {
  const moving: PlannedPlacement[] = [];
  const take = (name: string): boolean => {
    const left = wanted.get(name) ?? 0;
    if (left > 0) wanted.set(name, left - 1);
    return left > 0;
  };
  const staying = seats.filter((seat) => {
    const stays = take(seat.compute);
    if (!stays) moving.push(seat);
    return stays;
  });
  const free = [...wanted]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, left]) => Array<string>(left).fill(name));
  return [...staying, ...moving.map((seat, nth) => ({ ...seat, compute: free[nth] ?? seat.compute }))];
}
