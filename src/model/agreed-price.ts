import type { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';

/**
 * What an organization pays per month for a profile: the price agreed for it, else the list price less the agreed
 * discount. Of several agreements in force the one that began last counts.
 */
export function agreedPrice(
  graph: Graph,
  organization: string,
  profile: Manifest<'ComputeProfile'>,
  today: string,
): number {
  const { name } = profile.metadata;
  const { monthly } = profile.spec.price;
  const inForce = graph
    .all('BillingAgreement')
    .filter(({ spec }) => spec.organization === organization)
    .filter(({ spec }) => (spec.validFrom ?? '') <= today && today <= (spec.validUntil ?? '9999'))
    .sort((a, b) => ((a.spec.validFrom ?? '') < (b.spec.validFrom ?? '') ? 1 : -1))
    .map(({ spec }) => spec);
  const agreed = inForce.flatMap(({ prices }) => prices ?? []).find((price) => price.profile === name);
  if (agreed) return agreed.monthly;
  const discount = inForce.find(({ discountPercent }) => discountPercent !== undefined)?.discountPercent ?? 0;
  return Math.round(monthly * (100 - discount)) / 100;
}
