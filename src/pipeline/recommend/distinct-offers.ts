import type { Candidate } from './candidates.ts';
import type { Demand } from '../../packing/purchase.ts';

/** Leaves out regions of a profile that make no difference to anyone; the first one listed stays. */
export function distinctOffers(
  all: readonly Candidate[],
  demands: readonly Demand[],
): { candidates: Candidate[]; demands: Demand[] } {
  const takers = all.map((): number[] => []);
  for (const [index, { offers }] of demands.entries()) for (const at of offers) takers[at]?.push(index);
  const kept = new Map<string, number>();
  for (const [at, { profile }] of all.entries()) {
    const key = JSON.stringify([profile.metadata.name, takers[at]]);
    if (takers[at]?.length !== 0 && !kept.has(key)) kept.set(key, at);
  }
  const chosen = [...kept.values()];
  const renumbered = new Map(chosen.map((at, index) => [at, index]));
  return {
    candidates: chosen.map((at) => all[at] as Candidate),
    demands: demands.map((demand) => ({
      ...demand,
      offers: demand.offers.flatMap((at) => renumbered.get(at) ?? []),
    })),
  };
}
