import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const agreement = (dates: string): string => `
apiVersion: stowage/v1
kind: Organization
metadata: { name: acme }
spec: {}
---
apiVersion: stowage/v1
kind: BillingAgreement
metadata: { name: terms }
spec: { organization: acme, discountPercent: 5, ${dates} }
`;

describe('billing.agreement-reversed: an agreement begins before it ends', () => {
  test('the other way round is an error, and no warning that it ran out', () => {
    expect(diagnose(agreement('validFrom: 2021-01-01, validUntil: 2020-12-31'))).toEqual([
      expect.objectContaining({
        code: 'billing.agreement-reversed',
        severity: 'error',
        pointer: '/spec/validUntil',
        message: 'the agreement ends on 2020-12-31, before it begins on 2021-01-01, so it never holds',
      }),
    ]);
  });

  test.each([
    'validFrom: 2031-01-01, validUntil: 2031-01-01',
    'validFrom: 2031-01-01',
    'validUntil: 2031-01-01',
  ])('%s passes', (dates) => {
    expect(diagnose(agreement(dates))).toEqual([]);
  });
});
