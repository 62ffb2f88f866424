import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('cname.dangling: an alias leads to something', () => {
  test('a target that is not there is a warning', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: CNAME, value: shop }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.dangling',
        severity: 'warning',
        message: 'the alias www.example.com leads to shop.example.com, which has no records',
        hint: 'add the records of shop.example.com, or correct the name; one of another domain ends in a dot',
        file: 'fleet.yaml',
        line: 10,
        column: 59,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone that answers for it' })],
      }),
    ]);
  });

  test('a target that only has names below it is a warning', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: CNAME, value: shop }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a.shop-a }
spec: { zone: example.com, name: a.shop, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: wild }
spec: { zone: example.com, name: '*', type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.dangling',
        severity: 'warning',
        message: 'the alias www.example.com leads to shop.example.com, which has no records',
        hint: 'add the records of shop.example.com, or correct the name; one of another domain ends in a dot',
        file: 'fleet.yaml',
        line: 10,
        column: 59,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone that answers for it' })],
      }),
    ]);
  });

  test('a wildcard, another domain and a delegated one pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: wild }
spec: { zone: example.com, name: '*.apps', type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: a, type: CNAME, value: x.apps }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: b }
spec: { zone: example.com, name: b, type: CNAME, value: www.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: lab, type: NS, value: ns.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: c }
spec: { zone: example.com, name: c, type: CNAME, value: www.lab }
`);
    expect(diagnostics).toEqual([]);
  });

  test('where a record belongs to no known zone only that is said', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: exmaple.com, name: shop, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: CNAME, value: shop }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ref.unknown',
        severity: 'error',
        message: 'there is no DNSZone named exmaple.com',
        hint: 'did you mean example.com?',
        file: 'fleet.yaml',
        line: 10,
        column: 15,
        related: [],
      }),
    ]);
  });
});
