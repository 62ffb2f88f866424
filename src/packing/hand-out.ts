import type { Bin } from './bin.ts';
import type { Market } from './market.ts';
import type { Purchase } from './purchase.ts';

/** How many instances of each demand stand on one host. */
export type Load = ReadonlyMap<number, number>;

/**
 * Gives the instances of each class back to the demands it was merged from. The demand with the most instances
 * still to place goes first, which keeps every spreadMax where it can be kept.
 */
export function handOut(market: Market, { demands }: Purchase, bins: readonly Bin[]): Load[] {
  const loads = bins.map(() => new Map<number, number>());
  for (const [c, members] of market.members.entries()) {
    const pending = new Map(members.map((index) => [index, demands[index]?.replicas ?? 0]));
    const hosts = [...bins.keys()].filter((nth) => (bins[nth]?.counts[c] ?? 0) > 0);
    hosts.sort((a, b) => (bins[b]?.counts[c] ?? 0) - (bins[a]?.counts[c] ?? 0) || a - b);
    for (const nth of hosts) {
      for (let left = bins[nth]?.counts[c] ?? 0; left > 0; left--) {
        const load = loads[nth] as Map<number, number>;
        const index = members
          .filter((member) => (load.get(member) ?? 0) < (demands[member]?.spreadMax ?? Infinity))
          .sort((a, b) => (pending.get(b) ?? 0) - (pending.get(a) ?? 0) || a - b)[0];
        if (index === undefined || pending.get(index) === 0) continue;
        load.set(index, (load.get(index) ?? 0) + 1);
        pending.set(index, (pending.get(index) ?? 0) - 1);
      }
    }
  }
  return loads;
}
