import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('dns.repeated-zone: a zone is not appended twice', () => {
  test('an owner without its dot is an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: WWW.example.com, type: A, value: 203.0.113.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.repeated-zone',
        severity: 'error',
        message: '"WWW.example.com" has no trailing dot and so means www.example.com.example.com',
        hint: 'write www, or WWW.example.com. with a dot',
        file: 'fleet.yaml',
        line: 10,
        column: 34,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('a target without its dot is an error, and means what was meant', () => {
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
spec: { zone: example.com, name: '@', type: MX, value: 10 host.example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: www, type: CNAME, value: host.example.com }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.repeated-zone',
        severity: 'error',
        message: '"host.example.com" has no trailing dot and so means host.example.com.example.com',
        hint: 'write host.example.com. with a dot at its end',
        file: 'fleet.yaml',
        line: 15,
        column: 56,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone' })],
      }),
      expect.objectContaining({
        code: 'dns.repeated-zone',
        severity: 'error',
        message: '"host.example.com" has no trailing dot and so means host.example.com.example.com',
        hint: 'write host.example.com. with a dot at its end',
        file: 'fleet.yaml',
        line: 20,
        column: 59,
        related: [expect.objectContaining({ line: 5, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('a host in a reverse zone without its dot is an error', () => {
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
metadata: { name: mail-a }
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ptr }
spec: { zone: reverse, name: '10', type: PTR, value: mail.example.com }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'dns.repeated-zone',
        severity: 'error',
        message:
          '"mail.example.com" has no trailing dot and so means mail.example.com.113.0.203.in-addr.arpa',
        hint: 'write mail.example.com. with a dot at its end',
        file: 'fleet.yaml',
        line: 20,
        column: 54,
        related: [expect.objectContaining({ line: 10, column: 15, message: 'the zone' })],
      }),
    ]);
  });

  test('names with a dot, short names and domains that merely end alike pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: a }
spec: { zone: example.com, name: www.example.com., type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: my-example.com-a }
spec: { zone: example.com, name: my-example.com, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: cname }
spec: { zone: example.com, name: shop, type: CNAME, value: www }
`);
    expect(diagnostics).toEqual([]);
  });
});
