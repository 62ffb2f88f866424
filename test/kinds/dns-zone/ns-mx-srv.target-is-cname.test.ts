import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('ns-mx-srv.target-is-cname: servers are not led to by aliases', () => {
  test('mail, services and name servers at an alias are errors that show it', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: zone }
spec: { name: example.com, nameservers: [alias.example.com] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: host-a }
spec: { zone: zone, name: host, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: alias }
spec: { zone: zone, name: alias, type: CNAME, value: host }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: zone, name: '@', type: MX, value: 10 alias }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: srv }
spec: { zone: zone, name: _sip._tcp, type: SRV, value: 0 0 5060 alias }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ns-mx-srv.target-is-cname',
        severity: 'error',
        message: 'example.com NS leads to alias.example.com, which is an alias of host.example.com',
        hint: 'write host.example.com. instead, or give alias.example.com addresses of its own',
        file: 'fleet.yaml',
        line: 5,
        column: 42,
        related: [expect.objectContaining({ line: 15, column: 54, message: 'the alias' })],
      }),
      expect.objectContaining({
        code: 'ns-mx-srv.target-is-cname',
        severity: 'error',
        message: 'example.com MX leads to alias.example.com, which is an alias of host.example.com',
        hint: 'write host.example.com. instead, or give alias.example.com addresses of its own',
        file: 'fleet.yaml',
        line: 20,
        column: 49,
        related: [expect.objectContaining({ line: 15, column: 54, message: 'the alias' })],
      }),
      expect.objectContaining({
        code: 'ns-mx-srv.target-is-cname',
        severity: 'error',
        message:
          '_sip._tcp.example.com SRV leads to alias.example.com, which is an alias of host.example.com',
        hint: 'write host.example.com. instead, or give alias.example.com addresses of its own',
        file: 'fleet.yaml',
        line: 25,
        column: 56,
        related: [expect.objectContaining({ line: 15, column: 54, message: 'the alias' })],
      }),
    ]);
  });

  test('an alias by wildcard is one', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: host-a }
spec: { zone: example.com, name: host, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: wild }
spec: { zone: example.com, name: '*', type: CNAME, value: host }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mail }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ns-mx-srv.target-is-cname',
        severity: 'error',
        message: 'example.com MX leads to mail.example.com, which is an alias of host.example.com',
        hint: 'write host.example.com. instead, or give mail.example.com addresses of its own',
        file: 'fleet.yaml',
        line: 20,
        column: 56,
        related: [expect.objectContaining({ line: 15, column: 59, message: 'the alias' })],
      }),
    ]);
  });

  test('a host with an address passes', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: host-a }
spec: { zone: example.com, name: host, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 host }
`);
    expect(diagnostics).toEqual([]);
  });
});
