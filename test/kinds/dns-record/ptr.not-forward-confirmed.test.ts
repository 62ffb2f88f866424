import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../support/diagnose.ts';

describe('ptr.not-forward-confirmed: a reverse record leads to a name that leads back', () => {
  test('a name with another address, and one with none, are warnings', () => {
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
spec: { zone: example.com, name: mail, type: A, value: 203.0.113.11 }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ten }
spec: { zone: reverse, name: '10', type: PTR, value: mail.example.com. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: eleven }
spec: { zone: reverse, name: '11', type: PTR, value: gone.example.com. }
`);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'ptr.not-forward-confirmed',
        severity: 'warning',
        message: '203.0.113.10 leads back to mail.example.com, which has 203.0.113.11',
        hint: 'give mail.example.com the address 203.0.113.10 too, or correct the name',
        file: 'fleet.yaml',
        line: 20,
        column: 54,
        related: [expect.objectContaining({ line: 15, column: 34, message: 'its addresses' })],
      }),
      expect.objectContaining({
        code: 'ptr.not-forward-confirmed',
        severity: 'warning',
        message: '203.0.113.11 leads back to gone.example.com, which has no address',
        hint: 'give gone.example.com the address 203.0.113.11 too, or correct the name',
        file: 'fleet.yaml',
        line: 25,
        column: 54,
        related: [],
      }),
    ]);
  });

  test('a name that leads back by an alias, and names of others, pass', () => {
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
metadata: { name: www }
spec: { zone: example.com, name: www, type: CNAME, value: mail }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: ten }
spec: { zone: reverse, name: '10', type: PTR, value: www.example.com. }
---
apiVersion: stowage/v1
kind: DNSRecord
metadata: { name: eleven }
spec: { zone: reverse, name: '11', type: PTR, value: www.example.net. }
`);
    expect(diagnostics).toEqual([]);
  });
});
