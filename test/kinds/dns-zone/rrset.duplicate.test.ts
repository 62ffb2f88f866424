import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('rrset.duplicate: a record is written once', () => {
  test('one address in two spellings is one record', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: aaaa }
spec: { zone: example.com, name: www, type: AAAA, value: ['2001:db8::1', '2001:DB8:0::1'] }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rrset.duplicate',
        severity: 'error',
        message: 'www.example.com AAAA 2001:db8::1 is there already',
        hint: 'keep one of the two',
        file: 'fleet.yaml',
        line: 10,
        column: 74,
        related: [expect.objectContaining({ line: 10, column: 59, message: 'first written here' })],
      }),
    ]);
  });

  test('a name in two spellings is one name, whatever the TTL', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx }
spec: { zone: example.com, name: '@', type: MX, value: 10 mx.example.net. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: mx-2 }
spec: { zone: example.com, name: example.com., type: MX, value: 10 MX.example.net., ttl: 300 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rrset.duplicate',
        severity: 'error',
        message: 'example.com MX 10 mx.example.net. is there already',
        hint: 'keep one of the two',
        file: 'fleet.yaml',
        line: 15,
        column: 65,
        related: [expect.objectContaining({ line: 10, column: 56, message: 'first written here' })],
      }),
    ]);
  });

  test('an IPAddress and its address are one record', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: Compute
metadata: { name: web-01 }
spec: { type: vm, provider: own, region: berlin }
---
apiVersion: stowage/v1
kind: IPAddress
metadata: { name: web-v4 }
spec: { address: '49.12.8.10', type: public }
---
apiVersion: stowage/v1
kind: IPAssignment
metadata: { name: web-v4 }
spec: { compute: web-01, ip: web-v4, primary: true }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: A, ip: web-v4 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-2 }
spec: { zone: example.com, name: www.example.com., type: A, value: 49.12.8.10 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rrset.duplicate',
        severity: 'error',
        message: 'www.example.com A 49.12.8.10 is there already',
        hint: 'keep one of the two',
        file: 'fleet.yaml',
        line: 30,
        column: 68,
        related: [expect.objectContaining({ line: 25, column: 52, message: 'first written here' })],
      }),
    ]);
  });

  test('name servers of a zone count', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com, nameservers: [ns.example.net] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: '@', type: NS, value: ns.example.net. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rrset.duplicate',
        severity: 'error',
        message: 'example.com NS ns.example.net. is there already',
        hint: 'keep one of the two',
        file: 'fleet.yaml',
        line: 10,
        column: 56,
        related: [expect.objectContaining({ line: 5, column: 42, message: 'first written here' })],
      }),
    ]);
  });

  test('so do derived reverse records', () => {
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
metadata: { name: ptr }
spec: { zone: reverse, name: '10', type: PTR, value: www.example.com. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rrset.duplicate',
        severity: 'error',
        message: '10.113.0.203.in-addr.arpa PTR www.example.com. is there already',
        hint: 'leave out ptr: true, or the PTR record that is written',
        file: 'fleet.yaml',
        line: 15,
        column: 74,
        related: [expect.objectContaining({ line: 20, column: 54, message: 'first written here' })],
      }),
    ]);
  });

  test('different records pass', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www }
spec: { zone: example.com, name: www, type: A, value: [203.0.113.10, 203.0.113.11] }
`);
    expect(diagnostics).toEqual([]);
  });
});
