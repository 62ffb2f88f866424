import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

const texts = (value: string): string => `
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: texts }
spec: { zone: example.com, name: '@', type: TXT, value: ${value} }
`;

describe('rrset.spf-twice: a name has one SPF policy', () => {
  test('a second one is an error, and the first is shown', () => {
    expect(diagnose(texts(`['v=spf1 mx -all', 'V=SPF1 a ~all', other]`))).toEqual([
      expect.objectContaining({
        code: 'rrset.spf-twice',
        severity: 'error',
        pointer: '/spec/value/1',
        message: 'example.com has more than one SPF policy, so none of them holds',
        related: [expect.objectContaining({ message: 'the first policy' })],
      }),
    ]);
  });

  test('one policy passes beside other texts, and beside what only looks like one', () => {
    expect(diagnose(texts(`['v=spf1 mx -all', 'v=spf10 a', 'about v=spf1 texts']`))).toEqual([]);
  });

  test('the same policy twice is one record that is written twice', () => {
    expect(diagnose(texts(`['v=spf1 -all', '"v=spf1 -all"']`)).map(({ code }) => code)).toEqual([
      'rrset.duplicate',
    ]);
  });
});
