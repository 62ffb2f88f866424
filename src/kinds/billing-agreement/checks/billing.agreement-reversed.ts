import type { Check } from '../../kind.ts';

/** An agreement ends before it begins, so it never holds. */
export const billingAgreementReversed: Check<'BillingAgreement'> = {
  id: 'billing.agreement-reversed',
  severity: 'error',
  *run(manifests) {
    for (const manifest of manifests) {
      const { validFrom, validUntil } = manifest.spec;
      if (validFrom === undefined || validUntil === undefined || validFrom <= validUntil) continue;
      yield {
        manifest,
        pointer: '/spec/validUntil',
        message: `the agreement ends on ${validUntil}, before it begins on ${validFrom}, so it never holds`,
        hint: 'correct one of the two dates; they may be swapped',
        related: [{ manifest, pointer: '/spec/validFrom', message: `begins on ${validFrom}` }],
      };
    }
  },
  page: {
    meaning: `\`validFrom\` is the first day of an agreement and \`validUntil\` the last. With the last before the first there is no
day on which it holds, and hosts would be ordered at the list price without a word. An agreement of a single day has one
date in both.`,
    fails: example('2025-12-31'),
    passes: example('2099-12-31'),
  },
};

function example(until: string): string {
  return `apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: BillingAgreement
metadata: { name: acme-2026 }
spec: { organization: acme, discountPercent: 7.5, validFrom: 2026-01-01, validUntil: ${until} }
`;
}
