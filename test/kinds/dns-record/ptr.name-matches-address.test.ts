import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('ptr.name-matches-address: a reverse record stands at the reverse name of an address', () => {
  test('an incomplete, a written-out and a forward name are errors', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: reverse }
spec: { name: 113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: short }
spec: { zone: reverse, name: '@', type: PTR, value: www.example.com. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: address }
spec: { zone: reverse, name: 203.0.113.10, type: PTR, value: www.example.com. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: high }
spec: { zone: reverse, name: '256', type: PTR, value: www.example.com. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: forward }
spec: { zone: example.com, name: www, type: PTR, value: shop.example.com. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ptr.name-matches-address',
        severity: 'error',
        message: '"113.0.203.in-addr.arpa" is the reverse name of no address',
        hint: 'write all parts of the address from the last to the first, below in-addr.arpa or ip6.arpa',
        file: 'fleet.yaml',
        line: 15,
        column: 30,
        related: [],
      }),
      expect.objectContaining({
        code: 'ptr.name-matches-address',
        severity: 'error',
        message: '"203.0.113.10.113.0.203.in-addr.arpa" is the reverse name of no address',
        hint: 'the reverse name of 203.0.113.10 is 10.113.0.203.in-addr.arpa.',
        file: 'fleet.yaml',
        line: 20,
        column: 30,
        related: [],
      }),
      expect.objectContaining({
        code: 'ptr.name-matches-address',
        severity: 'error',
        message: '"256.113.0.203.in-addr.arpa" is the reverse name of no address',
        hint: 'write all parts of the address from the last to the first, below in-addr.arpa or ip6.arpa',
        file: 'fleet.yaml',
        line: 25,
        column: 30,
        related: [],
      }),
      expect.objectContaining({
        code: 'ptr.name-matches-address',
        severity: 'error',
        message: '"www.example.com" is the reverse name of no address',
        hint: 'write all parts of the address from the last to the first, below in-addr.arpa or ip6.arpa',
        file: 'fleet.yaml',
        line: 30,
        column: 34,
        related: [],
      }),
    ]);
  });

  test('ptr: true works for addresses of one name', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: shop.example.net., ptr: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: wild }
spec: { zone: example.com, name: '*.apps', type: A, value: 203.0.113.10, ptr: true }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ptr.name-matches-address',
        severity: 'error',
        message: 'ptr: true asks for a way back to a record of type CNAME, which is the name of no address',
        hint: 'leave ptr out, or write it in an A or AAAA record of one name',
        file: 'fleet.yaml',
        line: 10,
        column: 83,
        related: [],
      }),
      expect.objectContaining({
        code: 'ptr.name-matches-address',
        severity: 'error',
        message:
          'ptr: true asks for a way back to the wildcard *.apps.example.com, which is the name of no address',
        hint: 'leave ptr out, or write it in an A or AAAA record of one name',
        file: 'fleet.yaml',
        line: 15,
        column: 79,
        related: [],
      }),
    ]);
  });

  test('IPv6, ranges and discovered services pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: v6 }
spec: { name: 8.b.d.0.1.0.0.2.ip6.arpa }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: range }
spec: { name: 0/25.113.0.203.in-addr.arpa }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: v6 }
spec: { zone: v6, name: 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0, type: PTR, value: www.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: v4 }
spec: { zone: range, name: '7', type: PTR, value: www.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: sd }
spec: { zone: example.com, name: _http._tcp, type: PTR, value: shop._http._tcp }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: srv }
spec: { zone: example.com, name: shop._http._tcp, type: SRV, value: 0 0 80 www.example.net. }
`);
    expect(diagnostics).toEqual([]);
  });
});
