import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

/** What is said of a zone example.com with aliases of some names. */
function said(...targets: readonly string[]) {
  const zone = `apiVersion: stowage/v1
kind: DNSZone
metadata: { name: zone }
spec: { name: example.com }
`;
  const aliases = targets.map(
    (target, nth) => `apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: alias-${nth} }
spec: { zone: zone, name: alias-${nth}, type: CNAME, value: ${target}. }
`,
  );
  return diagnose([zone, ...aliases].join('---\n'));
}

describe('dns.near-zone: nothing leads to a domain that is almost one of the fleet', () => {
  test('an alias of a name in one is a warning, with the name that may be meant', () => {
    expect(said('www.exmaple.com')).toEqual([
      expect.objectContaining({
        code: 'dns.near-zone',
        severity: 'warning',
        message: 'www.exmaple.com is in no zone of the fleet, which has example.com, not exmaple.com',
        hint: 'did you mean www.example.com? Or is the name of the zone misspelt?',
        line: 9,
        related: [expect.objectContaining({ line: 4, message: 'the zone that is spelt almost alike' })],
      }),
    ]);
  });

  test('several that lead to one such domain are one warning', () => {
    expect(said('a.exampel.com', 'b.exampel.com')).toEqual([
      expect.objectContaining({
        message:
          'a.exampel.com is in no zone of the fleet, which has example.com, not exampel.com, and so it is with 1 more',
        related: [expect.objectContaining({ line: 4 }), expect.objectContaining({ line: 14 })],
      }),
    ]);
  });

  test.each([
    'www.example.net',
    'www.elsewhere.com',
    'www.example.com.exmaple.net',
    'cdn.provider.example.org',
  ])('%s passes', (target) => {
    expect(said(target)).toEqual([]);
  });
});
