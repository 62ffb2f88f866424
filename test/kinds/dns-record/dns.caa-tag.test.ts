import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const caa = (value: string): string => `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: caa }
spec: { zone: example.com, name: '@', type: CAA, value: '${value}' }
`;

describe('dns.caa-tag: authorities know the tag of a CAA', () => {
  test('one that is misspelt is a warning with the nearest', () => {
    expect(diagnose(caa('0 isuewild "letsencrypt.org"'))).toEqual([
      expect.objectContaining({
        code: 'dns.caa-tag',
        severity: 'warning',
        message: 'no certificate authority knows the CAA tag isuewild, so it does nothing for example.com',
        hint: 'did you mean issuewild?',
      }),
    ]);
  });

  test('one that is near to none is told all there are', () => {
    expect(diagnose(caa('0 policy "letsencrypt.org"'))).toEqual([
      expect.objectContaining({ hint: expect.stringMatching(/^the tags are issue, issuewild, /) }),
    ]);
  });

  test.each([
    '0 issue "letsencrypt.org"',
    '0 ISSUE ";"',
    '0 iodef "mailto:ca@example.com"',
    '128 issuemail ";"',
  ])('%s passes', (value) => {
    expect(diagnose(caa(value))).toEqual([]);
  });
});
