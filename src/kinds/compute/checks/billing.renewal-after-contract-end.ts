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
  page: {
    meaning: `\`renewalDate\` is the last day on which a contract can be renewed or cancelled, and \`contractEnd\` the last day on which
it runs. A day to decide that comes after the end is of no use to whoever keeps the calendar: two dates were swapped, or
one of them was not moved on after the last renewal.`,
    fails: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  billing:
    monthlyCost: 189
    contractEnd: 2027-06-30
    renewalDate: 2027-07-31
`,
    passes: `apiVersion: stowage/v1
kind: Compute
metadata: { name: ber1-db-01 }
spec:
  type: baremetal
  provider: own
  region: berlin
  billing:
    monthlyCost: 189
    contractEnd: 2027-06-30
    renewalDate: 2027-05-31
`,
  },
};
