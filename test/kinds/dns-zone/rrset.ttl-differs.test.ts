import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('rrset.ttl-differs: one name and type have one TTL', () => {
  test('two manifests of one name with two TTLs are an error', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-a }
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: www-2 }
spec: { zone: example.com, name: www.example.com., type: A, value: 203.0.113.11, ttl: 300 }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rrset.ttl-differs',
        severity: 'error',
        message: 'www.example.com A lives 300 seconds here and 3600 elsewhere',
        hint: 'all records of one name and type have one TTL; write them in one manifest',
        file: 'fleet.yaml',
        line: 15,
        column: 87,
        related: [expect.objectContaining({ line: 10, column: 7, message: '3600 seconds' })],
      }),
    ]);
  });

  test('name servers live as long as their zone says', () => {
    const diagnostics = diagnose(`
apiVersion: stowage/v1
kind: DNSZone
metadata: { name: example.com }
spec: { name: example.com, ttl: 86400, nameservers: [ns1.example.net] }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ns }
spec: { zone: example.com, name: '@', type: NS, value: ns2.example.net. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'rrset.ttl-differs',
        severity: 'error',
        message: 'example.com NS lives 3600 seconds here and 86400 elsewhere',
        hint: 'all records of one name and type have one TTL; write them in one manifest',
        file: 'fleet.yaml',
        line: 10,
        column: 7,
        related: [expect.objectContaining({ line: 5, column: 33, message: '86400 seconds' })],
      }),
    ]);
  });

  test('two types, and derived reverse records, may live differently', () => {
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
spec: { zone: example.com, name: www, type: A, value: 203.0.113.10, ptr: true, ttl: 300 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: txt }
spec: { zone: example.com, name: www, type: TXT, value: text, ttl: 600 }
`);
    expect(diagnostics).toEqual([]);
  });
});
