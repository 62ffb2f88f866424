import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.target-is-ip: what leads to a name leads to no address', () => {
  test('an address in place of a host is an error in every type', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: a, type: CNAME, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: b, type: MX, value: 10 203.0.113.10. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: c, type: NS, value: '2001:db8::1' }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: srv }
spec: { zone: example.com, name: _d._tcp, type: SRV, value: 0 0 80 203.0.113.300 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.target-is-ip',
        severity: 'error',
        message: 'a CNAME leads to a name, and "203.0.113.10" is an address',
        hint: 'use A or AAAA',
        file: 'fleet.yaml',
        line: 10,
        column: 57,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.target-is-ip',
        severity: 'error',
        message: 'an MX leads to a name, and "203.0.113.10" is an address',
        hint: 'give the address a name with A or AAAA, and write that name',
        file: 'fleet.yaml',
        line: 15,
        column: 54,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.target-is-ip',
        severity: 'error',
        message: 'an NS leads to a name, and "2001:db8::1" is an address',
        hint: 'give the address a name with A or AAAA, and write that name',
        file: 'fleet.yaml',
        line: 20,
        column: 54,
        related: [],
      }),
      expect.objectContaining({
        code: 'dns.target-is-ip',
        severity: 'error',
        message: 'an SRV leads to a name, and "203.0.113.300" is an address',
        hint: 'give the address a name with A or AAAA, and write that name',
        file: 'fleet.yaml',
        line: 25,
        column: 61,
        related: [],
      }),
    ]);
  });

  test('and among the name servers of a zone', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: zone }
spec: { name: example.com, nameservers: [203.0.113.53, ns.example.net] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.target-is-ip',
        severity: 'error',
        message: 'an NS leads to a name, and "203.0.113.53" is an address',
        hint: 'give the address a name with A or AAAA, and write that name',
        file: 'fleet.yaml',
        line: 5,
        column: 42,
        related: [],
      }),
    ]);
  });

  test('a name of digits passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: a, type: CNAME, value: 10.example.net. }
`);
    expect(diagnostics).toEqual([]);
  });
});
