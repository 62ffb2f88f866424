import type { Graph } from './graph.ts';
import type { Manifest } from './manifest.ts';

/** What an organization pays per month for a profile, and by which BillingAgreement; null by the list price. */
export interface AgreedTerms {
  readonly monthly: number;
  readonly agreement: string | null;
}

/**
 * What holds between an organization and whoever sells a profile: the price agreed for it, else the list price less the
 * agreed discount. Of several agreements in force the one that began last counts. `today` is `YYYY-MM-DD`, UTC.
 */
export function agreedTerms(
  graph: Graph,
  organization: string,
  profile: Manifest<'ComputeProfile'>,
  today: string,
): AgreedTerms {
  const inForce = graph
    .all('BillingAgreement')
    .filter(({ spec }) => spec.organization === organization)
    .filter(({ spec }) => (spec.validFrom ?? '') <= today && today <= (spec.validUntil ?? '9999'))
    .sort((a, b) => ((a.spec.validFrom ?? '') < (b.spec.validFrom ?? '') ? 1 : -1));
  for (const { metadata, spec } of inForce) {
    const price = spec.prices?.find((one) => one.profile === profile.metadata.name);
    if (price) return { monthly: price.monthly, agreement: metadata.name };
  }
  const { monthly } = profile.spec.price;
  const discounting = inForce.find(({ spec }) => spec.discountPercent !== undefined);
  return {
    monthly: Math.round(monthly * (100 - (discounting?.spec.discountPercent ?? 0))) / 100,
    agreement: discounting?.metadata.name ?? null,
  };
}
