import { Bin } from './bin.ts';
import type { Load } from './hand-out.ts';
import type { Market } from './market.ts';
import type { Packing } from './packing.ts';
import { Allowance, packingOf } from './packing.ts';

/** A host that stands already, and the demands on it. */
export interface StandingHost {
  readonly offer: number;
  readonly load: Load;
}

/** Makes a packing of what stands already; undefined where that breaks a rule or a limit of the market. */
export function packingFrom(market: Market, hosts: readonly StandingHost[]): Packing | undefined {
  const classOf = new Map(
    market.members.flatMap((members, c) => members.map((index) => [index, c] as const)),
  );
  const allowance = new Allowance(market);
  const bins: Bin[] = [];
  for (const { offer, load } of hosts) {
    if (!allowance.admits(offer)) return undefined;
    allowance.take(offer);
    const bin = new Bin(market, offer);
    for (const [demand, count] of load) {
      const c = classOf.get(demand);
      if (c === undefined || bin.roomFor(market, c, count) < count) return undefined;
      bin.add(market, c, count);
    }
    bins.push(bin);
  }
  const packing = packingOf(market, bins);
  return packing.left.every((count) => count >= 0) ? packing : undefined;
}
