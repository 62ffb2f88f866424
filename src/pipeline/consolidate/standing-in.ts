import type { Market } from '../../packing/market.ts';
import type { Packing } from '../../packing/packing.ts';
import { packingFrom } from '../../packing/packing-from.ts';
import type { Lease } from './lease.ts';

/** What a fleet costs as it stands, as an answer to the lease; undefined where it breaks a rule of the lease. */
export function standingIn({ purchase, seats, computes }: Lease, market: Market): Packing | undefined {
  const offerOf = new Map(computes.flatMap((names, offer) => names.map((name) => [name, offer] as const)));
  const loads = new Map<string, Map<number, number>>();
  const add = (compute: string, demand: number): void => {
    const load = loads.get(compute) ?? new Map<number, number>();
    load.set(demand, (load.get(demand) ?? 0) + 1);
    loads.set(compute, load);
  };
  for (const [demand, taken] of seats.entries()) {
    for (const { compute } of taken) add(compute, demand);
    // What only keeps room free for what stays is where that stays.
    const [only] = purchase.demands[demand]?.offers ?? [];
    const keeps = taken.length === 0 && only !== undefined ? computes[only]?.[0] : undefined;
    if (keeps !== undefined) add(keeps, demand);
  }
  const hosts = [...loads].map(([compute, load]) => ({ offer: offerOf.get(compute), load }));
  if (!hosts.every((host): host is { offer: number; load: Map<number, number> } => host.offer !== undefined))
    return undefined;
  return packingFrom(market, hosts);
}
