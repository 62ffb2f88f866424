import type { RankedCandidate, ScoreTerm } from '../../model/explanation.ts';
import type { ResourceVector } from '../../model/resources.ts';
import { addResources, subtractResources } from '../../model/resources.ts';
import { utilisationOf } from '../../model/utilisation.ts';
import { allocatedOn, figuresAt, totalOf } from './allocation.ts';
import { vectorFrom } from './amounts.ts';
import { Grants } from './grants.ts';
import { Instance } from './instance.ts';
import type { Occupancy } from './occupancy.ts';
import type { Ranked } from './ranking.ts';
import { priceTermsOf, scoreByPrice } from './scores/price.ts';
import { scoreOfRank, termsOf } from './scores/score.ts';
import type { Workload } from './workload.ts';

/**
 * Says what a compute would be like with one more instance of a service, by trying it. `allocated` is what is granted
 * on it now, to whomever.
 */
export function explainCandidate(
  occupancy: Occupancy,
  workload: Workload,
  { compute, rank }: Ranked,
  allocated: ResourceVector,
): RankedCandidate {
  const { prices } = occupancy.fleet;
  const priceTerms = prices ? priceTermsOf(occupancy, compute, prices) : [];
  const total = totalOf(occupancy.fleet, compute);
  const guest = new Instance(workload, 0, undefined);
  const granted = grantsWith(occupancy, guest, compute);
  const { mean, hottest, fleet, used } = occupancy;
  const useTerms = termsOf(mean[compute] as number, hottest[compute] as number, fleet.policy);
  const needed = figuresAt(used, fleet.size, compute);
  occupancy.take(guest);
  return {
    compute: fleet.sites.nameOf(compute),
    score: fourDigits(prices ? scoreByPrice(rank) : scoreOfRank(rank)),
    terms: [...priceTerms, ...useTerms].map((term): ScoreTerm => ({
      ...term,
      value: fourDigits(term.value),
    })),
    before: utilisationOf(total, allocated),
    after: utilisationOf(total, addResources(allocated, granted.change)),
    needed: utilisationOf(total, needed),
    granted: granted.guest,
  };
}

/** Puts a guest on a compute and says what it is granted there, and by how much that changes all grants together. */
function grantsWith(occupancy: Occupancy, guest: Instance, compute: number) {
  const present = [...occupancy.on(compute)];
  const before = present.map(({ more }) => more);
  const allocated = allocatedOn(occupancy, compute);
  occupancy.put(guest, compute);
  new Grants(occupancy).on(compute);
  const change = subtractResources(allocatedOn(occupancy, compute), allocated);
  for (const [nth, instance] of present.entries()) instance.more = before[nth];
  return { guest: vectorFrom(guest.granted), change };
}

/** Rounds a share to ten-thousandths. */
function fourDigits(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
