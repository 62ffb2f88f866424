import { defineKind } from '../kind.ts';
import { billingRenewalAfterContractEnd } from './checks/billing.renewal-after-contract-end.ts';
import { contractExpiresSoon } from './checks/contract.expires-soon.ts';
import { reservedAboveCapacity } from './checks/reserved.above-capacity.ts';

export const compute = defineKind({
  name: 'Compute',
  category: 'hardware',
  summary: ({ type, provider, region, state }) =>
    `${type} at ${provider}, ${region}${state === 'active' ? '' : `, ${state}`}`,
  concerns: ({ metadata }) => [metadata.name],
  monthlyCost: ({ billing }) => ({
    amount: billing?.monthlyCost ?? (billing?.annualCost ?? 0) / 12,
    currency: billing?.currency ?? 'EUR',
  }),
  checks: [reservedAboveCapacity, billingRenewalAfterContractEnd, contractExpiresSoon],
});
