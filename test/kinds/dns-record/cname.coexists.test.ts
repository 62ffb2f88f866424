import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('cname.coexists: an alias has no other records', () => {
  test('each other manifest of the name is shown', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: txt }
spec: { zone: example.com, name: WWW.example.com., type: TXT, value: [one, two] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.coexists',
        severity: 'error',
        message: 'www.example.com is an alias (CNAME), and has A, TXT too',
        hint: 'an alias has no other records: drop the CNAME, or give its target the others',
        file: 'fleet.yaml',
        line: 10,
        column: 34,
        related: [
          expect.objectContaining({ line: 15, column: 34, message: 'its A' }),
          expect.objectContaining({ line: 20, column: 34, message: 'its TXT' }),
        ],
      }),
    ]);
  });

  test('a derived reverse record counts too', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: reverse }
spec: { name: 113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ptr: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: range }
spec: { zone: reverse, name: '10', type: CNAME, value: 10.0-25 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ptr }
spec: { zone: reverse, name: 10.0-25, type: PTR, value: www.example.com. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'cname.coexists',
        severity: 'error',
        message: '10.113.0.203.in-addr.arpa is an alias (CNAME), and has PTR too',
        hint: 'an alias has no other records: drop the CNAME, or give its target the others',
        file: 'fleet.yaml',
        line: 20,
        column: 30,
        related: [expect.objectContaining({ line: 15, column: 74, message: 'its PTR is derived here' })],
      }),
    ]);
  });

  test('an alias by itself passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-a }
spec: { zone: example.com, name: shop, type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([]);
  });
});
