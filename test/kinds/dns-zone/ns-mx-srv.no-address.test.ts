import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('ns-mx-srv.no-address: servers have addresses', () => {
  test('mail, services and name servers without an address are errors', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: zone }
spec: { name: example.com, nameservers: [ns1.example.com] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: zone, name: '@', type: MX, value: 10 mail }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: srv }
spec: { zone: zone, name: _sip._tcp, type: SRV, value: 0 0 5060 sip }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ns-mx-srv.no-address',
        severity: 'error',
        message: 'example.com NS leads to ns1.example.com, which has no address',
        hint: 'add an A or AAAA record of ns1.example.com, or correct the name',
        file: 'fleet.yaml',
        line: 5,
        column: 42,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone that answers for it' })],
      }),
      expect.objectContaining({
        code: 'ns-mx-srv.no-address',
        severity: 'error',
        message: 'example.com MX leads to mail.example.com, which has no address',
        hint: 'add an A or AAAA record of mail.example.com, or correct the name',
        file: 'fleet.yaml',
        line: 10,
        column: 49,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone that answers for it' })],
      }),
      expect.objectContaining({
        code: 'ns-mx-srv.no-address',
        severity: 'error',
        message: '_sip._tcp.example.com SRV leads to sip.example.com, which has no address',
        hint: 'add an A or AAAA record of sip.example.com, or correct the name',
        file: 'fleet.yaml',
        line: 15,
        column: 56,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone that answers for it' })],
      }),
    ]);
  });

  test('a delegation into itself without glue is an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: lab, type: NS, value: ns.lab }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ns-mx-srv.no-address',
        severity: 'error',
        message: 'lab.example.com is delegated to ns.lab.example.com, and nobody can find out its address',
        hint: 'add an A or AAAA record of ns.lab.example.com beside it (glue): only those delegated to could tell it',
        file: 'fleet.yaml',
        line: 10,
        column: 56,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone that answers for it' })],
      }),
    ]);
  });

  test('two name servers of one delegation without glue are one error that names both', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: lab, type: NS, value: [ns1.lab, ns2.lab] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        message:
          'lab.example.com is delegated to ns1.lab.example.com and ns2.lab.example.com, and nobody can find out their address',
        hint: 'add an A or AAAA record of each beside it (glue): only those delegated to could tell it',
        related: [
          expect.objectContaining({ line: 5, message: 'the zone that answers for it' }),
          expect.objectContaining({ line: 10, message: 'lab.example.com NS leads to ns2.lab.example.com' }),
        ],
      }),
    ]);
  });

  test('a name server without an address that several zones have is one error, and all of them are shown', () => {
    const zone = (name: string): string => `apiVersion: stowage/v1
kind: DNSZone
metadata: { name: ${name} }
spec: { name: ${name}, nameservers: [ns1.example.com] }
`;
    const diagnostics = diagnose(['example.com', 'example.net', 'example.org'].map(zone).join('---\n'));
    expect(diagnostics).toEqual([
      expect.objectContaining({
        message: 'example.com NS leads to ns1.example.com, which has no address, and 2 more lead there',
        related: [
          expect.objectContaining({ line: 4, message: 'the zone that answers for it' }),
          expect.objectContaining({ line: 9, message: 'example.net NS leads to ns1.example.com' }),
          expect.objectContaining({ line: 14, message: 'example.org NS leads to ns1.example.com' }),
        ],
      }),
    ]);
  });

  test('delegations that lead in a circle are one error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns-a }
spec: { zone: example.com, name: a, type: NS, value: ns.b }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns-b }
spec: { zone: example.com, name: b, type: NS, value: ns.a }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ns-mx-srv.no-address',
        severity: 'error',
        message: 'a.example.com is delegated to ns.b.example.com, and nobody can find out its address',
        hint: 'add an A or AAAA record of ns.b.example.com beside it (glue): only those delegated to could tell it',
        file: 'fleet.yaml',
        line: 10,
        column: 54,
        related: [
          expect.objectContaining({ line: 5, column: 15, message: 'the zone that answers for it' }),
          expect.objectContaining({ line: 15, message: 'b.example.com NS leads to ns.a.example.com' }),
        ],
      }),
    ]);
  });

  test('glue, the zone below, another domain and a way over another delegation pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: shop }
spec: { name: shop.example.com, nameservers: [ns1.shop.example.com] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-ns1 }
spec: { zone: shop, name: ns1, type: A, value: 203.0.113.53 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: shop-ns }
spec: { zone: example.com, name: shop, type: NS, value: ns1.shop }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: lab-ns }
spec: { zone: example.com, name: lab, type: NS, value: ns.lab }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: lab-glue }
spec: { zone: example.com, name: ns.lab, type: A, value: 203.0.113.54 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: dev-ns }
spec: { zone: example.com, name: dev, type: NS, value: other.lab }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail.example.net. }
`);
    expect(diagnostics).toEqual([]);
  });
});
