import type { Check } from '../../kind.ts';

/** The day to renew a contract lies after its last day. */
export const billingRenewalAfterContractEnd: Check<'Compute'> = {
  id: 'billing.renewal-after-contract-end',
  severity: 'warning',
  *run(manifests) {
    for (const manifest of manifests) {
      const { renewalDate, contractEnd } = manifest.spec.billing ?? {};
      if (renewalDate === undefined || contractEnd === undefined || renewalDate <= contractEnd) continue;
      yield {
        manifest,
        pointer: '/spec/billing/renewalDate',
        message: `the renewal date ${renewalDate} is after the contract's end on ${contractEnd}`,
        hint: 'set renewalDate to the last day on which the contract can be renewed or cancelled',
        related: [{ manifest, pointer: '/spec/billing/contractEnd', message: `ends on ${contractEnd}` }],
      };
    }
  },
};
