import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const document = (kind: string, name: string, spec: string): string =>
  `apiVersion: stowage/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: { ${spec} }\n`;
const agreement = (name: string, terms: string): string =>
  document('BillingAgreement', name, `organization: acme, ${terms}`);
const host = (name: string, profile = 'small'): string =>
  document('Host', name, `workspace: prod, profile: ${profile}, provider: sandbox, region: fsn1`);
const profile = (name: string): string =>
  document('ComputeProfile', name, 'family: sandbox, resources: { cores: 2 }, price: { monthly: 10 }');
const fleet = (...more: readonly string[]): string =>
  [
    document('Organization', 'acme', ''),
    document('Workspace', 'prod', 'organization: acme'),
    document('ComputeProvider', 'sandbox', 'family: sandbox, organization: acme'),
    profile('small'),
    profile('large'),
    ...more,
  ].join('---\n');
const said = (...more: readonly string[]) => diagnose(fleet(...more));

const ENDED = 'prices: [{ profile: small, monthly: 8 }], validUntil: 2020-12-31';

describe('billing.agreement-expired: what hosts are paid by holds', () => {
  test('an agreement that ended is a warning that names the hosts it was made for', () => {
    expect(said(agreement('old', ENDED), host('web-01'), host('web-02'), host('db-01', 'large'))).toEqual([
      expect.objectContaining({
        code: 'billing.agreement-expired',
        severity: 'warning',
        address: 'BillingAgreement/old',
        message:
          'the agreement ended on 2020-12-31, and no other holds for web-01, web-02: the list price counts',
      }),
    ]);
  });

  test('of several that ended, the last one is told of', () => {
    const older = agreement('older', 'discountPercent: 3, validUntil: 2019-12-31');
    expect(said(older, agreement('old', ENDED), host('web-01')).map(({ address }) => address)).toEqual([
      'BillingAgreement/old',
    ]);
  });

  test('one that another follows passes', () => {
    const next = agreement('next', 'discountPercent: 3, validFrom: 2021-01-01');
    expect(said(agreement('old', ENDED), next, host('web-01'))).toEqual([]);
  });

  test('one that no host needs passes, and so does one that holds', () => {
    expect(said(agreement('old', ENDED), host('db-01', 'large'))).toEqual([]);
    expect(said(agreement('new', ENDED.replace('2020', '2099')), host('web-01'))).toEqual([]);
  });
});
