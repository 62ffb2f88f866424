import type { RankedCandidate, ScoreTerm, Utilisation } from '../../model/explanation.ts';
import type { Resource } from '../../model/resources.ts';
import { RESOURCES } from '../../model/resources.ts';
import { vectorFrom } from './amounts.ts';
import { Grants } from './grants.ts';
import { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Ranked } from './ranking.ts';
import { priceTermsOf, scoreByPrice } from './scores/price.ts';
import { scoreOfRank, termsOf } from './scores/score.ts';
import type { Workload } from './workload.ts';

/** Says what a compute would be like with one more instance of a service, by trying it. */
export function explainCandidate(
  occupancy: Occupancy,
  workload: Workload,
  { compute, rank }: Ranked,
): RankedCandidate {
  const before = utilisationOf(occupancy, compute);
  const { prices } = occupancy.fleet;
  const priceTerms = prices ? priceTermsOf(occupancy, compute, prices) : [];
  const guest = new Instance(workload, 0, undefined);
  occupancy.put(guest, compute);
  new Grants(occupancy).on(compute);
  const granted = vectorFrom(guest.granted);
  const after = utilisationOf(occupancy, compute);
  const { mean, hottest, fleet } = occupancy;
  const useTerms = termsOf(mean[compute] as number, hottest[compute] as number, fleet.policy);
  occupancy.take(guest);
  return {
    compute: fleet.sites.nameOf(compute),
    score: fourDigits(prices ? scoreByPrice(rank) : scoreOfRank(rank)),
    terms: [...priceTerms, ...useTerms].map((term): ScoreTerm => ({
      ...term,
      value: fourDigits(term.value),
    })),
    before,
    after,
    granted,
  };
}

/** Says how full a compute is, in the resources it has. */
export function utilisationOf({ mean, share, fleet }: Occupancy, compute: number): Utilisation {
  const shares: Partial<Record<Resource, number>> = {};
  for (const [r, resource] of RESOURCES.entries()) {
    const at = r * fleet.size + compute;
    if ((fleet.capacity[at] as number) > 0) shares[resource] = fourDigits(share[at] as number);
  }
  return { mean: fourDigits(mean[compute] as number), shares };
}

/** Rounds a share to ten-thousandths. */
export function fourDigits(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
