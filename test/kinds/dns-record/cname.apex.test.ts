import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('cname.apex: the top of a zone is no alias', () => {
  test('an alias there is one error, whatever else stands there', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com, nameservers: [ns.example.net] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: '@', type: CNAME, value: a.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: txt }
spec: { zone: example.com, name: '@', type: TXT, value: text }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.apex',
        severity: 'error',
        message: 'example.com is the top of its zone, and cannot be an alias',
        hint: 'give it A and AAAA records; the SOA and NS records that every zone has stand at this name',
        file: 'fleet.yaml',
        line: 10,
        column: 34,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('by its absolute name too', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: example.com., type: CNAME, value: a.example.net. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.apex',
        severity: 'error',
        message: 'example.com is the top of its zone, and cannot be an alias',
        hint: 'give it A and AAAA records; the SOA and NS records that every zone has stand at this name',
        file: 'fleet.yaml',
        line: 10,
        column: 34,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('an alias below it passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: a.example.net. }
`);
    expect(diagnostics).toEqual([]);
  });
});
