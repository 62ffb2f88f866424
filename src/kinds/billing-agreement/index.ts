import { defineKind } from '../kind.ts';
import { billingAgreementExpired } from './checks/billing.agreement-expired.ts';
import { billingAgreementReversed } from './checks/billing.agreement-reversed.ts';

export const billingAgreement = defineKind({
  name: 'BillingAgreement',
  category: 'other',
  summary: ({ organization, prices = [], discountPercent, validFrom, validUntil }) =>
    [
      `for ${organization}`,
      ...(prices.length === 0 ? [] : [prices.length === 1 ? '1 price' : `${prices.length} prices`]),
      ...(discountPercent === undefined ? [] : [`${discountPercent} % off`]),
      ...(validFrom === undefined ? [] : [`from ${validFrom}`]),
      ...(validUntil === undefined ? [] : [`until ${validUntil}`]),
    ].join(', '),
  concerns: () => [],
  checks: [billingAgreementReversed, billingAgreementExpired],
});
